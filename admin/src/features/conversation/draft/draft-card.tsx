import { useEffect, useRef, useState } from "react";
import { AnswerWords } from "@/assist/trial/answer-words";
import { judgeDraft } from "@/assist/trial/api";
import { TrialState } from "@/assist/trial/trial-state";
import type { Trial } from "@/assist/trial/use-trial";
import { draftOf, sureness, withoutMarks } from "@/assist/trial/words";
import { formatDecimal } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useAgentName } from "@/lib/i18n/use-agent-name";
import { useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import { AgainIcon, CloseIcon, SendIcon } from "@/ui/icons";
import type { TrialAnswer, TrialInfo } from "@/wire/schema";
import { DraftRefused } from "./draft-refused";

interface DraftCardProps {
  trial: Trial;
  /** The visitor has written more since. */
  isLate: boolean;
  lastAnswer: string | null;
  mine: boolean;
  onAsk: () => void;
  onSend: (trialId: string, text: string) => void;
  onEdit: (trialId: string, text: string) => void;
  onClose: () => void;
}

/** The agent's words as a draft: to be sent, edited or refused. */
export function DraftCard(props: DraftCardProps) {
  const { trial, isLate, lastAnswer, mine, onAsk, onSend, onEdit, onClose } = props;
  const { t } = useI18n();
  const { api } = useServices();
  const agentName = useAgentName();
  const heading = useRef<HTMLHeadingElement>(null);
  const [refusing, setRefusing] = useState(false);
  const result = trial.result;
  const draft = result && draftOf(result);

  useEffect(() => heading.current?.focus(), []);

  return (
    <section
      data-testid="draft"
      aria-labelledby="draft-title"
      className="animate-arrive rounded-xl border border-agent-line bg-agent-tint"
    >
      <div className="flex items-center gap-2 py-1 pr-1 pl-3.5">
        <h3 id="draft-title" ref={heading} tabIndex={-1} className="min-w-0 grow truncate text-xs font-semibold text-agent-ink outline-none">
          {draft?.agent ? t("assist.draft.of", { agent: agentName(draft.agent) }) : t("assist.draft.title")}
        </h3>
        <Button look="ghost" square aria-label={t("assist.draft.close")} onClick={onClose} className="size-7">
          <CloseIcon />
        </Button>
      </div>
      <div className="max-h-[40dvh] overflow-y-auto px-3.5 pb-2">
        <TrialState trial={trial} />
        {draft && <AnswerWords id={result.id} answer={draft} />}
        {result && <Doubts result={result} draft={draft} isTold={draft?.text === lastAnswer} />}
        {isLate && !trial.isPending && (
          <p className="mt-2 flex flex-wrap items-center gap-2 text-xs text-ink-soft">
            {t("assist.draft.late")}
            <Button look="ghost" onClick={onAsk} className="h-7 px-2 text-xs">
              <AgainIcon />
              {t("assist.draft.anew")}
            </Button>
          </p>
        )}
      </div>
      {draft && !refusing && (
        <div className="flex flex-wrap items-center gap-2 border-t border-agent-line px-3 py-2">
          {mine ? (
            <>
              <Button look="primary" data-testid="draft-send" onClick={() => onSend(result.id, withoutMarks(draft.text))}>
                <SendIcon />
                {t("assist.draft.send")}
              </Button>
              <Button data-testid="draft-edit" onClick={() => onEdit(result.id, withoutMarks(draft.text))}>
                {t("assist.draft.edit")}
              </Button>
            </>
          ) : (
            <p className="min-w-0 grow text-xs text-ink-soft">{t("assist.draft.takeFirst")}</p>
          )}
          <Button look="ghost" data-testid="draft-refuse" onClick={() => setRefusing(true)}>
            {t("assist.draft.refuse")}
          </Button>
        </div>
      )}
      {draft && refusing && (
        <DraftRefused
          onCancel={() => setRefusing(false)}
          onRefuse={(reason, comment) => {
            const verdict = { decision: "refused", reason, ...(comment === "" ? {} : { comment }) } as const;
            judgeDraft(api, result.id, verdict).catch(() => undefined);
            onClose();
          }}
        />
      )}
    </section>
  );
}

interface DoubtsProps {
  result: TrialInfo;
  draft: TrialAnswer | null;
  isTold: boolean;
}

/** How sure the agents are, and what they would have done themselves. */
function Doubts({ result, draft, isTold }: DoubtsProps) {
  const { t, locale } = useI18n();
  const sure = draft && sureness(draft);
  const own = result.answer;
  const isForced = draft !== null && draft !== own;
  return (
    <div className="mt-2 space-y-1 text-xs text-ink-soft">
      {isTold && <p className="font-medium text-ink">{t("assist.draft.told")}</p>}
      {!draft && <p className="text-sm">{t(nothing(own))}</p>}
      {sure && (
        <p>
          {t(isForced ? "assist.draft.unsure" : "assist.draft.sure", {
            confidence: formatDecimal(locale, sure.confidence, 2),
            threshold: formatDecimal(locale, sure.threshold, 2),
          })}
        </p>
      )}
    </div>
  );
}

function nothing(own: TrialAnswer | null | undefined) {
  if (own?.handoff_reason === "requested") return "assist.draft.nothing.requested";
  if (own?.handoff_reason === "no_knowledge") return "assist.draft.nothing.no_knowledge";
  return "assist.draft.nothing.unknown";
}
