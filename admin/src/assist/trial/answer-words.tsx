import { useI18n } from "@/lib/i18n/i18n";
import type { TrialAnswer } from "@/wire/schema";
import { AgentText } from "../agent-text";
import { Citations } from "../citations";

/** What the agents would say, with its sources and what it offers to tap. */
export function AnswerWords({ id, answer }: { id: string; answer: TrialAnswer }) {
  const { t } = useI18n();
  return (
    <div className="min-w-0 text-base wrap-anywhere">
      <AgentText message={{ id, text: answer.text, citations: answer.citations }} />
      {answer.choices.length > 0 && (
        <ul aria-label={t("conversation.offered")} className="mt-2 flex flex-wrap gap-1.5">
          {answer.choices.map((choice) => (
            <li key={choice} className="rounded-md bg-surface px-2 py-0.5 text-sm inset-ring inset-ring-agent-line">
              {choice}
            </li>
          ))}
        </ul>
      )}
      {answer.citations.length > 0 && <Citations messageId={id} citations={answer.citations} />}
    </div>
  );
}
