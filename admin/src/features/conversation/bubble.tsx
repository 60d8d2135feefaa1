import type { ReactNode } from "react";
import { formatFull, formatTime } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { cx } from "@/lib/cx";
import { Avatar } from "@/ui/avatar";
import type { Sender } from "@/wire/schema";

const GROUNDS: Readonly<Record<Exclude<Sender, "system">, string>> = {
  visitor: "bg-visitor-tint",
  agent: "bg-agent-tint inset-ring inset-ring-agent-line",
  operator: "bg-accent-tint",
};

const NAMES: Readonly<Record<Exclude<Sender, "system">, string>> = {
  visitor: "text-ink",
  agent: "text-agent-ink",
  operator: "text-accent-ink",
};

interface BubbleProps {
  sender: Exclude<Sender, "system">;
  name: string;
  at?: string;
  /** What the answer was, or what becomes of the message. */
  note?: ReactNode;
  /** The first of what one side says in one breath carries the name. */
  first: boolean;
  below?: ReactNode;
  children: ReactNode;
}

/** The visitor's side on the left, the company's on the right. */
export function Bubble({ sender, name, at, note, first, below, children }: BubbleProps) {
  const { locale } = useI18n();
  const right = sender !== "visitor";
  return (
    <div className={cx("flex flex-col", right ? "items-end" : "items-start", first ? "mt-4" : "mt-1")}>
      <p className={cx("mb-1 flex max-w-full items-baseline gap-2 px-1 text-xs", !first && "sr-only")}>
        {sender === "operator" && <Avatar name={name} />}
        <span className={cx("truncate font-semibold", NAMES[sender])}>{name}</span>
        {note && <span className="shrink-0 text-ink-faint">{note}</span>}
        {at !== undefined && (
          <time
            dateTime={at}
            title={formatFull(locale, at)}
            className="tabular shrink-0 text-ink-faint"
          >
            {formatTime(locale, at)}
          </time>
        )}
      </p>
      <div
        className={cx(
          "max-w-[min(42rem,92%)] min-w-0 rounded-xl px-3.5 py-2 text-base wrap-anywhere",
          GROUNDS[sender],
        )}
      >
        {children}
      </div>
      {below}
    </div>
  );
}
