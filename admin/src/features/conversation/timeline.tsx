import { Suspense, useState } from "react";
import { formatDay } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useNow } from "@/lib/clock";
import type { Conversation } from "@/realtime/conversation";
import { Button } from "@/ui/button";
import { DownIcon } from "@/ui/icons";
import { Announcer } from "./announcer";
import { marksOf } from "./beside/marks";
import type { Beside } from "./beside/use-beside";
import { MessageMark, NoteItem } from "./extras";
import { MessageItem } from "./message-item";
import { OlderMessages } from "./older-messages";
import { PendingItem } from "./pending-item";
import { StreamingAnswer } from "./streaming-answer";
import { timelineItems } from "./timeline-items";
import { TypingLine } from "./typing-line";
import { useJump } from "./use-jump";
import { useEndOfScroll } from "./use-end-of-scroll";

interface TimelineProps {
  conversation: Conversation;
  beside: Beside;
  visitorName: string;
  /** The message whose explanation is open. */
  explained: string | null;
  onExplain: (messageId: string) => void;
  /** An operator's own answer is to correct the agents. */
  onCorrect: (messageId: string) => void;
  onEdit: (text: string) => void;
}

export function Timeline(props: TimelineProps) {
  const { conversation, beside, visitorName, explained, onExplain, onCorrect, onEdit } = props;
  const { t } = useI18n();
  const { messages, pending, generation, typing, hasMore, answerFailed, state } = conversation;
  const marks = marksOf(messages, beside.context);
  const { scroller, content, away, onScroll, toEnd, stay } = useEndOfScroll(messages[0]?.id);
  useJump(state.id, stay);

  return (
    <div className="relative min-h-0 grow">
      <div
        ref={scroller}
        onScroll={onScroll}
        // A region that scrolls must be reachable by the keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={t("conversation.messages")}
        className="h-full overflow-y-auto overscroll-contain [overflow-anchor:none] outline-offset-[-2px]!"
      >
        <div ref={content} className="mx-auto flex min-h-full max-w-3xl flex-col justify-end px-4 pt-2 pb-5 sm:px-6">
          <OlderMessages conversationId={state.id} hasMore={hasMore} firstSeq={messages[0]?.seq} />
          <ol>
            {timelineItems(messages, pending, beside.notes).map((item) => {
              if (item.type === "day") return <Day key={item.key} at={item.at} />;
              if (item.type === "pending") {
                return (
                  <li key={item.key} data-testid="message" data-sender="operator" data-pending="true">
                    <PendingItem
                      conversationId={state.id}
                      pending={item.pending}
                      first={item.first}
                      onEdit={onEdit}
                    />
                  </li>
                );
              }
              if (item.type === "note") {
                return (
                  <li key={item.key} data-testid="note">
                    <Suspense fallback={null}>
                      <NoteItem note={item.note} />
                    </Suspense>
                  </li>
                );
              }
              const mark = marks.get(item.message.id);
              return (
                <li
                  key={item.key}
                  data-testid="message"
                  data-sender={item.message.sender}
                  data-message={item.message.id}
                  data-seq={item.message.seq}
                  tabIndex={-1}
                  className="rounded-lg transition-colors duration-500 data-pointed:bg-waiting-tint"
                >
                  <MessageItem
                    message={item.message}
                    visitorName={visitorName}
                    first={item.first}
                    explained={item.message.id === explained}
                    onExplain={onExplain}
                    onCorrect={onCorrect}
                  />
                  {mark && (
                    <Suspense fallback={null}>
                      <MessageMark mark={mark} />
                    </Suspense>
                  )}
                </li>
              );
            })}
          </ol>
          {generation && <StreamingAnswer generation={generation} />}
          {answerFailed && (
            <p role="status" className="mt-4 text-center text-xs text-danger-ink">
              {t("conversation.answerFailed")}
            </p>
          )}
          {typing && <TypingLine key={typing.at} typing={typing} visitorName={visitorName} />}
        </div>
      </div>
      {away && <Jump lastSeq={messages.at(-1)?.seq ?? 0} onJump={toEnd} />}
      <Announcer messages={messages} visitorName={visitorName} />
    </div>
  );
}

function Day({ at }: { at: string }) {
  const { locale } = useI18n();
  const now = useNow();
  return (
    <li className="mt-5 text-center text-xs font-medium text-ink-faint first:mt-2">
      <time dateTime={at}>{formatDay(locale, at, now)}</time>
    </li>
  );
}

/** The way back to the end, and how much has come there since it was left. */
function Jump({ lastSeq, onJump }: { lastSeq: number; onJump: () => void }) {
  const { t } = useI18n();
  const [leftAt] = useState(lastSeq);
  const count = lastSeq - leftAt;
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
      <Button
        onClick={onJump}
        className="pointer-events-auto rounded-full bg-raised shadow-md shadow-shade"
      >
        <DownIcon />
        {count > 0 ? t("conversation.newMessages", { count }) : t("conversation.jump")}
      </Button>
    </div>
  );
}
