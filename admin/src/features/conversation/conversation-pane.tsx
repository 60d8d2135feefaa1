import { Suspense, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { useCommands } from "@/lib/commands";
import { drafts } from "@/lib/drafts";
import { useHotkeys } from "@/lib/hotkeys";
import { useI18n } from "@/lib/i18n/i18n";
import { withTexts } from "@/lib/i18n/with-texts";
import { useOperator } from "@/lib/services";
import { useRealtime } from "@/realtime/realtime";
import { useRead } from "@/realtime/use-read";
import { useRoom } from "@/realtime/use-room";
import { CloseDialog } from "./close-dialog";
import { Composer } from "./composer";
import { floorOf } from "./floor";
import { Header } from "./header";
import { OpeningConversation, RefusedConversation } from "./pane-states";
import { Timeline } from "./timeline";
import { useActions } from "./use-actions";
import { useLine } from "./use-line";
import { useWhy } from "./why/use-why";

const WhyPanel = withTexts(["why"], async () => (await import("./why/why-panel")).WhyPanel);

interface ConversationPaneProps {
  conversationId: string;
  backTo: string;
  /** The operator has taken it: the list it was in has lost it. */
  onTaken?: () => void;
}

/** One conversation. Give it the conversation's id as its key: nothing of one is kept for another. */
export function ConversationPane({ conversationId, backTo, onTaken }: ConversationPaneProps) {
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
  const actions = useActions(conversationId, () => {
    setReplying(true);
    onTaken?.();
  });
  const why = useWhy(conversation?.messages ?? []);
  useRead(conversationId, conversation?.messages.at(-1)?.seq ?? 0);

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
    w: why.toggleNearest,
    t: () => {
      if (floor === "agent" || floor === "waiting") actions.take();
    },
    r: () => field.current?.focus(),
    b: () => {
      if (mine) actions.giveBack();
    },
    e: () => setAsking(mine),
    Escape: () => {
      if (why.shown === null) void navigate(backTo);
      else why.close();
    },
  });

  useCommands(
    [
      floor === "agent" || floor === "waiting" ? { id: "take", keys: ["T"], run: actions.take } : null,
      mine ? { id: "return", keys: ["B"], run: actions.giveBack } : null,
      mine ? { id: "close_conversation", keys: ["E"], run: () => setAsking(true) } : null,
      { id: "why", keys: ["W"], run: why.toggleNearest },
    ].flatMap((command) => (command ? [{ ...command, title: t(`keys.${command.id as "take"}`) }] : [])),
  );

  return (
    <article aria-label={t("conversation.label", { name })} className="relative flex h-full min-w-0 bg-surface">
      <div className="flex min-w-0 grow flex-col">
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
              explained={why.shown}
              onExplain={why.toggle}
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
      </div>
      {why.shown !== null && (
        <Suspense fallback={null}>
          <WhyPanel
            key={why.shown}
            conversationId={conversationId}
            messageId={why.shown}
            onClose={why.close}
          />
        </Suspense>
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
