import { CorrectionDialog } from "@/assist/correction/correction-dialog";
import type { Message } from "@/wire/schema";

interface OwnCorrectionProps {
  messages: readonly Message[];
  messageId: string;
  conversationId: string;
  siteId: string | null;
  onClose: () => void;
}

/** An operator's own answer as what the agents should have said to the question before it. */
export function OwnCorrection({ messages, messageId, conversationId, siteId, onClose }: OwnCorrectionProps) {
  const place = messages.findIndex((each) => each.id === messageId);
  const message = messages[place];
  if (!message) return null;
  const before = messages.slice(0, place).findLast((each) => each.sender === "agent");
  return (
    <CorrectionDialog
      conversationId={conversationId}
      messageId={messageId}
      siteId={siteId}
      agent={before?.agent ?? null}
      found={[]}
      suggestion={message.text}
      onClose={onClose}
    />
  );
}
