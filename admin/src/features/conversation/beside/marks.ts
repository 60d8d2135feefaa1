import type { ClosingInfo, ConversationContext, Message, RatingInfo } from "@/wire/schema";

export type Mark =
  | { kind: "read" }
  | { kind: "sent" }
  | { kind: "rated"; rating: RatingInfo }
  | { kind: "closed"; closing: ClosingInfo };

/** What stands below messages, by their id; of the team's replies only the last says how far it came. */
export function marksOf(
  messages: readonly Message[],
  context: ConversationContext | undefined,
): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  if (!context) return marks;
  for (const rating of context.ratings) marks.set(rating.message_id, { kind: "rated", rating });
  for (const closing of context.closings) marks.set(closing.message_id, { kind: "closed", closing });
  const last = messages.findLast((message) => message.sender === "operator");
  // An answer of the visitor says by itself that they have read it.
  const answered = last && messages.some((each) => each.sender === "visitor" && each.seq > last.seq);
  if (last && !answered) marks.set(last.id, { kind: last.seq <= context.read_seq ? "read" : "sent" });
  return marks;
}
