import { cx } from "@/lib/cx";
import { AgentMark, ClosedMark, OperatorMark, WaitingMark } from "./icons";

export type Floor = "agent" | "waiting" | "operator" | "mine" | "closed";

const MARKS = {
  agent: { Mark: AgentMark, colour: "text-agent-mark" },
  waiting: { Mark: WaitingMark, colour: "text-waiting-mark" },
  operator: { Mark: OperatorMark, colour: "text-ink-faint" },
  mine: { Mark: OperatorMark, colour: "text-accent" },
  closed: { Mark: ClosedMark, colour: "text-line-strong" },
} as const;

interface StatusMarkProps {
  status: Floor;
  label: string;
  className?: string;
}

/** Who has the floor: a shape and a colour for the eye, a word for the ear. */
export function StatusMark({ status, label, className }: StatusMarkProps) {
  const { Mark, colour } = MARKS[status];
  return (
    <span className={cx("shrink-0", colour, className)} title={label}>
      <Mark />
      <span className="sr-only">{label}</span>
    </span>
  );
}
