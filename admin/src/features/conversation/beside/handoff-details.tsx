import type { ReactNode } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { useAgentName } from "@/lib/i18n/use-agent-name";
import type { HandoffCard, TriedAnswer } from "@/wire/schema";

/** Brings a message of the conversation that is open into view and puts the focus there. */
function goTo(messageId: string): void {
  const message = document.querySelector<HTMLElement>(`[data-message="${CSS.escape(messageId)}"]`);
  message?.scrollIntoView({ block: "center" });
  message?.focus();
}

interface HandoffDetailsProps {
  card: HandoffCard;
  onExplain: (messageId: string) => void;
}

/** The rest of the card. Every text in it was said by somebody and is quoted. */
export function HandoffDetails({ card, onExplain }: HandoffDetailsProps) {
  const { t } = useI18n();
  const { call, first, last, details, tried } = card;
  if (!first && tried.length === 0 && !call) {
    return <p className="text-sm text-ink-soft">{t("talk.handoff.nothing")}</p>;
  }
  return (
    <>
      <dl className="space-y-2 text-sm">
        {first && (
          <Line name={t("talk.handoff.first")}>
            <Quote messageId={first.message_id} text={first.text} />
          </Line>
        )}
        {last && (
          <Line name={t("talk.handoff.last")}>
            <Quote messageId={last.message_id} text={last.text} />
          </Line>
        )}
        {call?.question != null && <Line name={t("talk.handoff.understood")}>{call.question}</Line>}
        {details.length > 0 && (
          <Line name={t("talk.handoff.details")}>
            <ul className="flex flex-wrap gap-1.5">
              {details.map((detail) => (
                <li key={detail.text}>
                  <button
                    type="button"
                    title={t("talk.handoff.goTo")}
                    onClick={() => goTo(detail.message_id)}
                    className="rounded-md bg-surface px-2 py-0.5 text-left wrap-anywhere inset-ring inset-ring-line hover:bg-hover"
                  >
                    {detail.text}
                  </button>
                </li>
              ))}
            </ul>
          </Line>
        )}
        {tried.length > 0 && (
          <Line name={t("talk.handoff.tried")}>
            <ol className="space-y-1.5">
              {tried.map((answer) => (
                <li key={answer.message_id}>
                  <Tried answer={answer} />
                </li>
              ))}
            </ol>
          </Line>
        )}
        {call && call.passages.length > 0 && (
          <Line name={t("talk.handoff.found")}>{call.passages.map((passage) => passage.title).join("; ")}</Line>
        )}
      </dl>
      {call?.explained && (
        <button
          type="button"
          onClick={() => onExplain(call.message_id)}
          className="mt-2 min-h-6 text-xs font-medium text-accent-ink underline underline-offset-2"
        >
          {t("talk.handoff.why")}
        </button>
      )}
    </>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="sm:grid sm:grid-cols-[8.5rem_1fr] sm:gap-3">
      <dt className="text-xs leading-5 text-ink-faint">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  );
}

function Quote({ messageId, text }: { messageId: string; text: string }) {
  const { t } = useI18n();
  return (
    <button
      type="button"
      title={t("talk.handoff.goTo")}
      onClick={() => goTo(messageId)}
      className="text-left underline-offset-2 hover:underline"
    >
      {text}
    </button>
  );
}

function Tried({ answer }: { answer: TriedAnswer }) {
  const { t } = useI18n();
  const agentName = useAgentName();
  const below = [
    answer.sources.length > 0 && t("talk.handoff.sources", { titles: answer.sources.join("; ") }),
    answer.choices.length > 0 && t("talk.handoff.offered", { choices: answer.choices.join("; ") }),
    answer.rating === "up" && t("talk.handoff.ratedUp"),
    answer.rating === "down" && t("talk.handoff.ratedDown"),
  ].filter((line) => line !== false);
  return (
    <>
      <span className="font-medium text-agent-ink">{agentName(answer.agent ?? null)}: </span>
      <Quote messageId={answer.message_id} text={answer.text} />
      {below.length > 0 && <span className="block text-xs text-ink-soft">{below.join(" · ")}</span>}
    </>
  );
}
