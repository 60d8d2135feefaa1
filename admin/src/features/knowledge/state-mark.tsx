import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import { AlertIcon, ClosedMark, ProgressMark, WaitingMark } from "@/ui/icons";
import type { DocumentInfo, WebSourceInfo } from "@/wire/schema";

type State = DocumentInfo["state"] | WebSourceInfo["state"];

const MARKS = {
  pending: { Mark: WaitingMark, colour: "text-ink-faint", ink: "text-ink-soft" },
  indexing: { Mark: ProgressMark, colour: "text-accent animate-spin", ink: "text-accent-ink" },
  reading: { Mark: ProgressMark, colour: "text-accent animate-spin", ink: "text-accent-ink" },
  ready: { Mark: ClosedMark, colour: "text-accent", ink: "text-ink-faint" },
  failed: { Mark: AlertIcon, colour: "text-danger", ink: "text-danger-ink font-medium" },
} as const;

/** How far it has come, for the eye: a shape and a colour; the word stands beside it. */
export function StateMark({ state, className }: { state: State; className?: string }) {
  const { Mark, colour } = MARKS[state];
  return <Mark className={cx(colour, className)} />;
}

export function StateWord({ state }: { state: State }) {
  const { t } = useI18n();
  return <span className={MARKS[state].ink}>{t(`knowledge.states.${state}`)}</span>;
}
