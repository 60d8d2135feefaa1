import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import { useAgentName } from "@/lib/i18n/use-agent-name";
import { AlertIcon, CheckIcon, CloseIcon, WaitingMark } from "@/ui/icons";
import type { Case, CaseFaultInfo } from "@/wire/schema";
import { ACTIONS } from "@/assist/case/form";

const MARKS = {
  passed: { Mark: CheckIcon, colour: "text-accent-ink" },
  failed: { Mark: CloseIcon, colour: "text-danger-ink" },
  unanswered: { Mark: AlertIcon, colour: "text-waiting-ink" },
  none: { Mark: WaitingMark, colour: "text-ink-faint" },
} as const;

/** What came of it: a shape and a colour for the eye, a word for everybody. */
export function Verdict({ result }: Pick<Case, "result">) {
  const { t } = useI18n();
  const verdict = result?.verdict ?? "none";
  const { Mark, colour } = MARKS[verdict];
  return (
    <span className={cx("inline-flex items-center gap-1 text-xs font-semibold", colour, result?.changed && "opacity-75")}>
      <Mark className="size-3.5" />
      {t(`cases.verdicts.${verdict}`)}
    </span>
  );
}

/** Why it has not passed, a sentence for each thing. */
export function Faults({ item }: { item: Case }) {
  const { t } = useI18n();
  const sentence = useFaultSentence(item);
  const { result } = item;
  if (result?.verdict === "unanswered") {
    return result.failure ? <p className="mt-1 text-sm text-ink-soft">{t(`assist.failures.${result.failure}`)}</p> : null;
  }
  if (!result || result.faults.length === 0) return null;
  return (
    <ul className="mt-1 space-y-0.5 text-sm text-danger-ink">
      {result.faults.map((fault) => (
        <li key={`${fault.what}${fault.expected}`} className="wrap-anywhere">
          {sentence(fault)}
        </li>
      ))}
    </ul>
  );
}

function useFaultSentence(item: Case): (fault: CaseFaultInfo) => string {
  const { t } = useI18n();
  const agentName = useAgentName();
  const action = (name: string) => {
    const known = ACTIONS.find((each) => each === name);
    return known ? t(`cases.actions.${known}`) : name;
  };
  return ({ what, expected, made }) => {
    if (what === "text") return t("cases.faults.text", { expected });
    if (what === "action") return t("cases.faults.action", { expected: action(expected), made: action(made) });
    if (what === "citation") return t("cases.faults.citation", { expected: item.document?.name ?? t("cases.gone") });
    const names = made.split(", ").filter(Boolean).map(agentName).join(", ");
    return t(names === "" ? "cases.faults.nobody" : "cases.faults.agent", { expected: agentName(expected), made: names });
  };
}
