import { isSameDay } from "@/lib/i18n/format";
import type { Pending } from "@/realtime/conversation";
import type { Message } from "@/wire/schema";

export type TimelineItem =
  | { type: "day"; key: string; at: string }
  | { type: "message"; key: string; message: Message; first: boolean }
  | { type: "pending"; key: string; pending: Pending; first: boolean };

const GROUP_MS = 5 * 60_000;

/** Messages with the headings of their days; what one side says in one breath stands together. */
export function timelineItems(
  messages: readonly Message[],
  pending: readonly Pending[],
): readonly TimelineItem[] {
  const items: TimelineItem[] = [];
  let previous: Message | null = null;
  for (const message of messages) {
    const newDay = !previous || !isSameDay(new Date(previous.at), new Date(message.at));
    if (newDay) items.push({ type: "day", key: `day-${message.id}`, at: message.at });
    items.push({
      type: "message",
      // The same key before and after the server's confirmation: the bubble does not blink.
      key: message.client_message_id ?? message.id,
      message,
      first: newDay || !continues(previous, message),
    });
    previous = message;
  }
  pending.forEach((each, index) => {
    items.push({
      type: "pending",
      key: each.clientMessageId,
      pending: each,
      first: index === 0 && previous?.sender !== "operator",
    });
  });
  return items;
}

function continues(previous: Message | null, message: Message): boolean {
  return (
    previous?.sender === message.sender &&
    previous.agent === message.agent &&
    previous.operator_name === message.operator_name &&
    Date.parse(message.at) - Date.parse(previous.at) < GROUP_MS
  );
}
