import { cx } from "@/lib/cx";

type Presence = "available" | "away" | "offline";

const LOOKS: Readonly<Record<Presence, string>> = {
  available: "bg-accent",
  away: "bg-waiting-mark",
  offline: "inset-ring-2 inset-ring-line-strong",
};

/** A picture beside a name; what it says is written, or read out, beside it. */
export function PresenceDot({ state, className }: { state: Presence; className?: string }) {
  return <span aria-hidden="true" className={cx("size-2.5 shrink-0 rounded-full", LOOKS[state], className)} />;
}
