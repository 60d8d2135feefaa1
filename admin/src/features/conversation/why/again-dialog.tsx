import { useEffect, useEffectEvent, type ReactNode } from "react";
import { AgentText } from "@/assist/agent-text";
import { Citations } from "@/assist/citations";
import { AnswerWords } from "@/assist/trial/answer-words";
import { TrialState } from "@/assist/trial/trial-state";
import { useTrial } from "@/assist/trial/use-trial";
import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import type { AnswerProvenance, Message } from "@/wire/schema";
import { Changes } from "./changes-list";

export type Said = Pick<Message, "id" | "text" | "citations">;

interface AgainDialogProps {
  conversationId: string;
  /** What was said then. */
  message: Said;
  provenance: AnswerProvenance;
  onClose: () => void;
}

/** The same question with today's knowledge, beside what was answered then. */
export function AgainDialog({ conversationId, message, provenance, onClose }: AgainDialogProps) {
  const { t, maybe } = useI18n();
  const trial = useTrial();
  const answer = trial.result?.answer;
  // The same sources stand in the conversation behind, under the message's own id.
  const then = { ...message, id: `then-${message.id}` };
  const ask = useEffectEvent(() => {
    trial.ask({ kind: "replay", conversation_id: conversationId, message_id: message.id });
  });
  useEffect(() => ask(), []);

  return (
    <Dialog open onClose={onClose} title={t("assist.compare.title")} wide="very">
      <div className="mt-4 grid gap-4 md:grid-cols-2">
        <Side title={t("assist.compare.then")} note={provenance.outcome ? maybe(`outcomes.${provenance.outcome}`) : null}>
          <AgentText message={then} />
          {then.citations.length > 0 && <Citations messageId={then.id} citations={then.citations} />}
        </Side>
        <Side title={t("assist.compare.now")} note={answer ? maybe(`outcomes.${answer.outcome}`) : null} isNew>
          <TrialState trial={trial} />
          {answer && <AnswerWords id={`now-${message.id}`} answer={answer} />}
        </Side>
      </div>
      {answer && <Changes was={provenance} is={answer.provenance} isSameText={answer.text === message.text} />}
      <div className="mt-5 flex justify-end">
        <Button data-initial-focus="" onClick={onClose}>
          {t("assist.compare.close")}
        </Button>
      </div>
    </Dialog>
  );
}

interface SideProps {
  title: string;
  note?: string | null;
  isNew?: boolean;
  children: ReactNode;
}

function Side({ title, note = null, isNew = false, children }: SideProps) {
  return (
    <section
      aria-label={title}
      className={isNew ? "rounded-lg bg-agent-tint p-3.5 inset-ring inset-ring-agent-line" : "rounded-lg bg-sunken p-3.5"}
    >
      <h3 className="mb-1.5 flex items-baseline gap-2 text-xs font-semibold text-ink-faint">
        {title}
        {note !== null && <span className="font-normal">{note}</span>}
      </h3>
      <div className="min-w-0 text-base wrap-anywhere">{children}</div>
    </section>
  );
}
