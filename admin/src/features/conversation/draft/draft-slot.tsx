import { useState } from "react";
import { useTrial } from "@/assist/trial/use-trial";
import { useCommands } from "@/lib/commands";
import { useHotkeys } from "@/lib/hotkeys";
import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import { AgentMark } from "@/ui/icons";
import { Kbd } from "@/ui/kbd";
import { DraftCard } from "./draft-card";

export interface DraftSlotProps {
  conversationId: string;
  /** The newest message of the visitor: a draft is of what they had asked by then. */
  lastAsked: string | null;
  /** What an agent said last. */
  lastAnswer: string | null;
  /** Whether this operator has the floor. */
  mine: boolean;
  onSend: (trialId: string, text: string) => void;
  onEdit: (trialId: string, text: string) => void;
}

/** Above the composer: what the agent would answer now, when the operator wants to know. */
export function DraftSlot(props: DraftSlotProps) {
  const { conversationId, lastAsked, lastAnswer, mine, onSend, onEdit } = props;
  const { t } = useI18n();
  const trial = useTrial();
  const [askedAt, setAskedAt] = useState<string | null>(null);
  const open = askedAt !== null;

  function ask(): void {
    if (lastAsked === null) return;
    setAskedAt(lastAsked);
    trial.ask({ kind: "draft", conversation_id: conversationId });
  }

  useCommands(open || lastAsked === null ? [] : [{ id: "draft", title: t("assist.draft.ask"), keys: ["D"], run: ask }]);
  useHotkeys({
    d: () => {
      if (!open) ask();
    },
  });

  if (lastAsked === null) return null;
  return (
    <div className="mx-auto w-full max-w-3xl shrink-0 px-3 pb-1.5 sm:px-6">
      {open ? (
        <DraftCard
          trial={trial}
          isLate={askedAt !== lastAsked}
          lastAnswer={lastAnswer}
          mine={mine}
          onAsk={ask}
          onSend={(trialId, text) => {
            setAskedAt(null);
            onSend(trialId, text);
          }}
          onEdit={(trialId, text) => {
            setAskedAt(null);
            onEdit(trialId, text);
          }}
          onClose={() => setAskedAt(null)}
        />
      ) : (
        <Button look="ghost" data-testid="draft-ask" aria-keyshortcuts="d" onClick={ask} className="-ml-1 h-7 px-2 text-xs">
          <AgentMark className="text-agent-ink" />
          {t("assist.draft.ask")}
          <Kbd className="max-sm:hidden">D</Kbd>
        </Button>
      )}
    </div>
  );
}
