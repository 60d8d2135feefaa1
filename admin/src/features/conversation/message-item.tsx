import { memo, Suspense, type ReactNode } from "react";
import { AgentText } from "@/assist/agent-text";
import { Citations } from "@/assist/citations";
import { formatTime } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useAgentName } from "@/lib/i18n/use-agent-name";
import type { Message } from "@/wire/schema";
import { Bubble } from "./bubble";
import { Attachments } from "./extras";
import { CorrectButton } from "./correct-button";
import { TroubleLine } from "./trouble-line";
import { isExplained } from "./why/use-why";
import { WhyButton } from "./why/why-button";

interface MessageItemProps {
  message: Message;
  visitorName: string;
  first: boolean;
  explained: boolean;
  onExplain: (messageId: string) => void;
  onCorrect: (messageId: string) => void;
}

export const MessageItem = memo(function MessageItem(props: MessageItemProps) {
  const { message, visitorName, first, explained, onExplain, onCorrect } = props;
  const { maybe, t } = useI18n();
  const agentName = useAgentName();

  const why = isExplained(message) && (
    <WhyButton messageId={message.id} open={explained} onToggle={onExplain} />
  );
  if (message.sender === "system") return <SystemLine message={message} why={why} />;
  if (message.sender === "agent") {
    return (
      <Bubble
        sender="agent"
        name={agentName(message.agent)}
        at={message.at}
        note={message.outcome && maybe(`outcomes.${message.outcome}`)}
        first={first || message.outcome !== "answered"}
        below={
          <>
            <TroubleLine message={message} className="mt-1 px-1 text-right" />
            {why}
          </>
        }
      >
        <AgentText message={message} />
        {message.choices.length > 0 && <Choices choices={message.choices} />}
        {message.citations.length > 0 && (
          <Citations messageId={message.id} citations={message.citations} />
        )}
      </Bubble>
    );
  }
  const name =
    message.sender === "visitor" ? visitorName : (message.operator_name ?? t("conversation.operator"));
  return (
    <Bubble
      sender={message.sender}
      name={name}
      at={message.at}
      first={first}
      below={message.sender === "operator" && <CorrectButton messageId={message.id} onCorrect={onCorrect} />}
    >
      {message.text !== "" && <p className="whitespace-pre-wrap">{message.text}</p>}
      {message.attachments.length > 0 && (
        <Suspense fallback={message.attachments.map((file) => file.name).join(", ")}>
          <Attachments conversationId={message.conversation_id} attachments={message.attachments} />
        </Suspense>
      )}
    </Bubble>
  );
});

/** What the visitor was offered to tap; here it is only told. */
function Choices({ choices }: { choices: readonly string[] }) {
  const { t } = useI18n();
  return (
    <div className="mt-2.5">
      <p className="text-xs text-ink-faint">{t("conversation.offered")}</p>
      <ul className="mt-1 flex flex-wrap gap-1.5">
        {choices.map((choice) => (
          <li key={choice} className="rounded-md bg-surface px-2 py-0.5 text-sm inset-ring inset-ring-agent-line">
            {choice}
          </li>
        ))}
      </ul>
    </div>
  );
}

function SystemLine({ message, why }: { message: Message; why: ReactNode }) {
  const { maybe, t, locale } = useI18n();
  const name = message.operator_name ?? t("conversation.operator");
  return (
    <>
      <p className="mt-4 flex items-center gap-3 text-xs text-ink-faint before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
        <span className="max-w-[80%] text-center">
          {(message.outcome && maybe(`system.${message.outcome}`, { name })) ?? message.text}
          <time dateTime={message.at} className="tabular ml-2">
            {formatTime(locale, message.at)}
          </time>
        </span>
      </p>
      <TroubleLine message={message} className="mt-0.5 text-center" />
      {why && <div className="text-center">{why}</div>}
    </>
  );
}
