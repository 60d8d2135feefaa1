import { Suspense, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { useCommands } from "@/lib/commands";
import { drafts } from "@/lib/drafts";
import { useHotkeys } from "@/lib/hotkeys";
import { useI18n } from "@/lib/i18n/i18n";
import { withTexts } from "@/lib/i18n/with-texts";
import { useOperator } from "@/lib/services";
import { useRealtime } from "@/realtime/realtime";
import { useRoom } from "@/realtime/use-room";
import { CloseDialog } from "./close-dialog";
import { Composer } from "./composer";
import { useDraftInHand } from "./draft/use-draft-in-hand";
import { floorOf } from "./floor";
import { Header } from "./header";
import { OpeningConversation, RefusedConversation } from "./pane-states";
import { Timeline } from "./timeline";
import { useActions } from "./use-actions";
import { useLine } from "./use-line";
import { useWhy } from "./why/use-why";

const DraftSlot = withTexts(["assist"], async () => (await import("./draft/draft-slot")).DraftSlot);
const OwnCorrection = withTexts(["assist"], async () => (await import("./own-correction")).OwnCorrection);
const WhyPanel = withTexts(["why", "assist"], async () => (await import("./why/why-panel")).WhyPanel);

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
  const why = useWhy(conversation?.messages ?? []);
  const draft = useDraftInHand();
  const [corrected, setCorrected] = useState<string | null>(null);

  const floor = conversation && floorOf(conversation.state, summary, operator);
  const explained = conversation?.messages.find((each) => each.id === why.shown);
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
    draft.sent(text.trim());
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
              onCorrect={setCorrected}
              onEdit={(unsent) => {
                write(text === "" ? unsent : `${text}\n${unsent}`);
                field.current?.focus();
              }}
            />
            {(mine || floor === "waiting") && (
              <Suspense fallback={null}>
                <DraftSlot
                  conversationId={conversationId}
                  lastAsked={conversation.messages.findLast((each) => each.sender === "visitor")?.id ?? null}
                  lastAnswer={conversation.messages.findLast((each) => each.sender === "agent")?.text ?? null}
                  mine={mine}
                  onSend={(trialId, words) => {
                    draft.take(trialId, words);
                    draft.sent(words);
                    outbox.send(conversationId, words);
                  }}
                  onEdit={(trialId, words) => {
                    draft.take(trialId, words);
                    write(words);
                    field.current?.focus();
                  }}
                />
              </Suspense>
            )}
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
      {explained && (
        <Suspense fallback={null}>
          <WhyPanel
            key={explained.id}
            conversationId={conversationId}
            message={explained}
            siteId={summary?.site_id ?? null}
            onClose={why.close}
          />
        </Suspense>
      )}
      {corrected !== null && conversation && (
        <Suspense fallback={null}>
          <OwnCorrection
            messages={conversation.messages}
            messageId={corrected}
            conversationId={conversationId}
            siteId={summary?.site_id ?? null}
            onClose={() => setCorrected(null)}
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
