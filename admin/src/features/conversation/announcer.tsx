import { useState } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { useAgentName } from "@/lib/i18n/use-agent-name";
import type { Message } from "@/wire/schema";

interface AnnouncerProps {
  messages: readonly Message[];
  visitorName: string;
}

/** Reads out the messages that come while the conversation is open: whole ones, never their pieces. */
export function Announcer({ messages, visitorName }: AnnouncerProps) {
  const { t } = useI18n();
  const agentName = useAgentName();
  const [from] = useState(() => messages.at(-1)?.seq ?? 0);

  function speaker(message: Message): string {
    switch (message.sender) {
      case "visitor":
        return visitorName;
      case "agent":
        return agentName(message.agent);
      case "operator":
        return message.operator_name ?? t("conversation.operator");
      case "system":
        return t("conversation.system");
    }
  }

  return (
    <div role="log" aria-label={t("conversation.messages")} className="sr-only">
      {messages
        .filter((message) => message.seq > from)
        .slice(-20)
        .map((message) => (
          <p key={message.id}>
            {t("conversation.said", { name: speaker(message), text: message.text })}
          </p>
        ))}
    </div>
  );
}
