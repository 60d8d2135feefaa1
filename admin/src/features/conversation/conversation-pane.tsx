import { Suspense, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { useCommands } from "@/lib/commands";
import { drafts } from "@/lib/drafts";
import { useHotkeys } from "@/lib/hotkeys";
import { useI18n } from "@/lib/i18n/i18n";
import { useAgentName } from "@/lib/i18n/use-agent-name";
import { useVisitorNames } from "@/lib/i18n/use-visitor-names";
import { useOperator } from "@/lib/services";
import { useRealtime } from "@/realtime/realtime";
import { useRead } from "@/realtime/use-read";
import { useRoom } from "@/realtime/use-room";
import { useBeside } from "./beside/use-beside";
import { ComposeArea, type Mode } from "./compose-area";
import {
  CloseDialog,
  DeskStrip,
  DraftSlot,
  HandoffCard,
  OwnCorrection,
  VisitorPanel,
  WhyPanel,
} from "./extras";
import { useTray } from "./files/use-tray";
import { Quietly } from "@/ui/quietly";
import { isHandedOn } from "./desk/assigned";
import { useDraftInHand } from "./draft/use-draft-in-hand";
import { floorOf } from "./floor";
import { Header } from "./header";
import { OpeningConversation, RefusedConversation } from "./pane-states";
import { Timeline } from "./timeline";
import { useActions } from "./use-actions";
import { useLine } from "./use-line";
import { useWhy } from "./why/use-why";


interface ConversationPaneProps {
  conversationId: string;
  backTo: string;
  /** The operator has taken it: the list it was in has lost it. */
  onTaken?: () => void;
}

/** One conversation. Give it the conversation's id as its key: nothing of one is kept for another. */
export function ConversationPane({ conversationId, backTo, onTaken }: ConversationPaneProps) {
  const { t, locale } = useI18n();
  const agentName = useAgentName();
  const names = useVisitorNames();
  const { outbox, rooms, typing } = useRealtime();
  const operator = useOperator();
  const navigate = useNavigate();
  const { conversation, error } = useRoom(conversationId);
  const summary = useLine(conversationId);
  const beside = useBeside(conversationId);
  const tray = useTray(conversationId);
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => drafts.get(conversationId));
  const [mode, setMode] = useState<Mode>("reply");
  const [asking, setAsking] = useState(false);
  const [showsVisitor, setShowsVisitor] = useState(false);
  const [replying, setReplying] = useState(false);
  const status = conversation?.state.status;
  const actions = useActions(conversationId, status, () => {
    setMode("reply");
    setReplying(true);
    onTaken?.();
  });
  const why = useWhy(conversation?.messages ?? []);
  const draft = useDraftInHand();
  const [corrected, setCorrected] = useState<string | null>(null);
  useRead(conversationId, conversation?.messages.at(-1)?.seq ?? 0);

  const floor = conversation && floorOf(conversation.state, summary, operator);
  const explained = conversation?.messages.find((each) => each.id === why.shown);
  const mine = floor === "mine";
  const closable = mine || floor === "waiting" || floor === "agent";
  const name = names.shown(summary?.visitor_name ?? t("conversation.visitor"));
  const called = conversation?.messages.findLast((message) => message.outcome === "handed_off");

  useEffect(() => {
    if (mine && replying) field.current?.focus();
  }, [mine, replying]);

  function write(next: string): void {
    setText(next);
    drafts.set(conversationId, next);
  }

  function send(): void {
    outbox.send(conversationId, text.trim(), tray.ready);
    tray.clear();
    draft.sent(text.trim());
    write("");
    field.current?.focus();
  }

  function turnTo(next: Mode): void {
    setMode(next);
    if (next === "reply") requestAnimationFrame(() => field.current?.focus());
  }

  // One panel at a time stands beside the conversation.
  function showVisitor(shown: boolean): void {
    if (shown) why.close();
    setShowsVisitor(shown);
  }
  function explain(messageId: string): void {
    setShowsVisitor(false);
    why.toggle(messageId);
  }

  useHotkeys({
    w: () => {
      setShowsVisitor(false);
      why.toggleNearest();
    },
    i: () => showVisitor(!showsVisitor),
    n: () => turnTo("note"),
    t: () => {
      if (floor === "agent" || floor === "waiting" || isHandedOn(summary, operator.id)) actions.take();
    },
    r: () => turnTo("reply"),
    b: () => {
      if (mine) actions.giveBack();
    },
    e: () => setAsking(closable),
    Escape: () => {
      if (why.shown !== null) why.close();
      else if (showsVisitor) setShowsVisitor(false);
      else void navigate(backTo);
    },
  });

  useCommands(
    // They run when somebody chooses one, never while this is drawn.
    // eslint-disable-next-line react-hooks/refs
    [
      floor === "agent" || floor === "waiting" ? { id: "take", keys: ["T"], run: actions.take } : null,
      mine ? { id: "return", keys: ["B"], run: actions.giveBack } : null,
      closable ? { id: "close_conversation", keys: ["E"], run: () => setAsking(true) } : null,
      { id: "why", keys: ["W"], run: why.toggleNearest },
      { id: "note", keys: ["N"], run: () => turnTo("note") },
      { id: "visitor", keys: ["I"], run: () => showVisitor(true) },
    ].flatMap((command) => (command ? [{ ...command, title: t(`keys.${command.id as "take"}`) }] : [])),
  );

  const replies = summary && {
    siteId: summary.site_id,
    language: beside.context?.visitor.locale ?? locale,
    values: {
      // Visitors know nothing of what they are called here.
      "visitor.name": summary.visitor_name,
      "operator.name": operator.name,
      "site.name": summary.site_name,
      "agent.name": agentName(summary.agent),
    },
  };

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
          closable={closable}
          showsVisitor={showsVisitor}
          onVisitor={() => showVisitor(!showsVisitor)}
          onReturn={actions.giveBack}
          onClose={() => setAsking(true)}
        />
        {error ? (
          <RefusedConversation error={error} backTo={backTo} retry={() => rooms.reopen(conversationId)} />
        ) : !conversation || !floor ? (
          <OpeningConversation />
        ) : (
          <>
            {floor !== "agent" && floor !== "closed" && (
              <Suspense fallback={null}>
                <HandoffCard
                  conversationId={conversationId}
                  calledBy={called?.id ?? null}
                  waiting={floor === "waiting"}
                  onExplain={explain}
                />
              </Suspense>
            )}
            <Timeline
              conversation={conversation}
              beside={beside}
              visitorName={name}
              explained={why.shown}
              onExplain={explain}
              onCorrect={setCorrected}
              onEdit={(unsent) => {
                write(text === "" ? unsent : `${text}\n${unsent}`);
                turnTo("reply");
              }}
            />
            <Quietly>
              <DeskStrip conversationId={conversationId} summary={summary} onTake={actions.take} />
            </Quietly>
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
                    turnTo("reply");
                  }}
                />
              </Suspense>
            )}
            <ComposeArea
              conversationId={conversationId}
              mode={mode}
              onMode={turnTo}
              field={field}
              floor={floor}
              visitorName={name}
              holder={conversation.state.operator_name ?? null}
              beaten={actions.beaten !== null}
              taking={actions.busy === "take"}
              replies={replies}
              tray={tray}
              text={text}
              onText={(next) => {
                write(next);
                typing.started(conversationId);
              }}
              onSend={send}
              onTake={actions.take}
              onReopen={actions.reopen}
            />
          </>
        )}
      </div>
      <Suspense fallback={null}>
        {explained && (
          <WhyPanel
            key={explained.id}
            conversationId={conversationId}
            message={explained}
            siteId={summary?.site_id ?? null}
            messages={conversation?.messages ?? []}
            onClose={why.close}
          />
        )}
        {corrected !== null && conversation && (
          <OwnCorrection
            messages={conversation.messages}
            messageId={corrected}
            conversationId={conversationId}
            siteId={summary?.site_id ?? null}
            onClose={() => setCorrected(null)}
          />
        )}
        {showsVisitor && (
          <VisitorPanel
            conversationId={conversationId}
            context={beside.context}
            pathOf={(id) => `${backTo}/${id}`}
            onClose={() => setShowsVisitor(false)}
          />
        )}
        {asking && closable && (
          <CloseDialog
            name={name}
            onCancel={() => setAsking(false)}
            onConfirm={(reason, comment) => {
              setAsking(false);
              actions.close(reason, comment);
            }}
          />
        )}
      </Suspense>
    </article>
  );
}
