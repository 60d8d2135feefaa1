import { isSameDay } from "@/lib/i18n/format";
import type { Pending } from "@/realtime/conversation";
import type { Message, Note } from "@/wire/schema";

export type TimelineItem =
  | { type: "day"; key: string; at: string }
  | { type: "message"; key: string; message: Message; first: boolean }
  | { type: "note"; key: string; note: Note }
  | { type: "pending"; key: string; pending: Pending; first: boolean };

const GROUP_MS = 5 * 60_000;

/**
 * Messages with the headings of their days; what one side says in one breath stands together. A
 * note stands behind the message it was written after; notes of messages not loaded yet wait.
 */
export function timelineItems(
  messages: readonly Message[],
  pending: readonly Pending[],
  notes: readonly Note[] = [],
): readonly TimelineItem[] {
  const items: TimelineItem[] = [];
  const from = messages[0]?.seq ?? 0;
  const waiting = notes.filter((note) => note.after_seq >= from || from <= 1);
  let previous: { at: string } | null = null;
  let spoken: Message | null = null;

  function day(key: string, at: string): boolean {
    const newDay = !previous || !isSameDay(new Date(previous.at), new Date(at));
    if (newDay) items.push({ type: "day", key: `day-${key}`, at });
    previous = { at };
    return newDay;
  }
  function notesBefore(seq: number): void {
    for (let note = waiting[0]; note && note.after_seq < seq; note = waiting[0]) {
      waiting.shift();
      day(note.id, note.at);
      items.push({ type: "note", key: note.id, note });
      spoken = null;
    }
  }

  for (const message of messages) {
    notesBefore(message.seq);
    const newDay = day(message.id, message.at);
    items.push({
      type: "message",
      // The same key before and after the server's confirmation: the bubble does not blink.
      key: message.client_message_id ?? message.id,
      message,
      first: newDay || !continues(spoken, message),
    });
    spoken = message;
  }
  notesBefore(Infinity);
  pending.forEach((each, index) => {
    items.push({
      type: "pending",
      key: each.clientMessageId,
      pending: each,
      first: index === 0 && spoken?.sender !== "operator",
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
