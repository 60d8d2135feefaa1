import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { drafts } from "@/lib/drafts";
import { useHotkeys } from "@/lib/hotkeys";
import { useI18n } from "@/lib/i18n/i18n";
import { useOperator } from "@/lib/services";
import { useRealtime } from "@/realtime/realtime";
import { useRoom } from "@/realtime/use-room";
import { CloseDialog } from "./close-dialog";
import { Composer } from "./composer";
import { floorOf } from "./floor";
import { Header } from "./header";
import { OpeningConversation, RefusedConversation } from "./pane-states";
import { Timeline } from "./timeline";
import { useActions } from "./use-actions";
import { useLine } from "./use-line";

interface ConversationPaneProps {
  conversationId: string;
  backTo: string;
}

/** One conversation. Give it the conversation's id as its key: nothing of one is kept for another. */
export function ConversationPane({ conversationId, backTo }: ConversationPaneProps) {
  const { t } = useI18n();
  const { outbox, rooms, typing } = useRealtime();
  const operator = useOperator();
  const navigate = useNavigate();
  const { conversation, error } = useRoom(conversationId);
  const summary = useLine(conversationId);
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => drafts.get(conversationId));
  const [asking, setAsking] = useState(false);
  const [replying, setReplying] = useState(false);
  const actions = useActions(conversationId, () => setReplying(true));

  const floor = conversation && floorOf(conversation.state, summary, operator);
  const mine = floor === "mine";
  const name = summary?.visitor_name ?? t("conversation.visitor");

  useEffect(() => {
    if (mine && replying) field.current?.focus();
  }, [mine, replying]);

  function write(next: string): void {
    setText(next);
    drafts.set(conversationId, next);
  }

  function send(): void {
    outbox.send(conversationId, text.trim());
    write("");
    field.current?.focus();
  }

  useHotkeys({
    t: () => {
      if (floor === "agent" || floor === "waiting") actions.take();
    },
    r: () => field.current?.focus(),
    b: () => {
      if (mine) actions.giveBack();
    },
    e: () => setAsking(mine),
    Escape: () => void navigate(backTo),
  });

  return (
    <article aria-label={t("conversation.label", { name })} className="flex h-full min-w-0 flex-col bg-surface">
      <Header
        name={name}
        summary={summary}
        floor={floor}
        operatorName={conversation?.state.operator_name ?? null}
        backTo={backTo}
        busy={actions.busy !== null}
        onReturn={actions.giveBack}
        onClose={() => setAsking(true)}
      />
      {error ? (
        <RefusedConversation error={error} backTo={backTo} retry={() => rooms.reopen(conversationId)} />
      ) : !conversation || !floor ? (
        <OpeningConversation />
      ) : (
        <>
          <Timeline
            conversation={conversation}
            visitorName={name}
            onEdit={(unsent) => {
              write(text === "" ? unsent : `${text}\n${unsent}`);
              field.current?.focus();
            }}
          />
          <Composer
            field={field}
            floor={floor}
            visitorName={name}
            holder={conversation.state.operator_name}
            beaten={actions.beaten !== null}
            taking={actions.busy === "take"}
            text={text}
            onText={(next) => {
              write(next);
              typing.started(conversationId);
            }}
            onSend={send}
            onTake={actions.take}
          />
        </>
      )}
      <CloseDialog
        open={asking && mine}
        name={name}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          actions.close();
        }}
      />
    </article>
  );
}
