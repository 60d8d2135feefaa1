import type { Attachment, ConversationState, Message } from "@/wire/schema";
import type { Generation } from "./generation";
import type { ApiError } from "@/lib/api-error";

/** A message of ours that the server has not confirmed yet. */
export interface Pending {
  readonly clientMessageId: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly at: string;
  readonly error: ApiError | null;
}

export interface Typing {
  readonly name: string | null;
  readonly at: number;
}

/** A conversation as the console knows it. Made by the reducer alone. */
export interface Conversation {
  readonly state: ConversationState;
  readonly messages: readonly Message[];
  readonly hasMore: boolean;
  readonly generation: Generation | null;
  /** The last answer broke off, and nothing has happened since. */
  readonly answerFailed: boolean;
  readonly pending: readonly Pending[];
  readonly typing: Typing | null;
  readonly cursor: string;
}

/** Newer versions of known messages replace them; the order is that of `seq`. */
export function mergeMessages(
  known: readonly Message[],
  incoming: readonly Message[],
): readonly Message[] {
  if (incoming.length === 0) return known;
  const byId = new Map(known.map((message) => [message.id, message]));
  for (const message of incoming) byId.set(message.id, message);
  return [...byId.values()].sort((a, b) => a.seq - b.seq);
}

/** What the server has stored is no longer pending. */
export function withoutConfirmed(
  pending: readonly Pending[],
  messages: readonly Message[],
): readonly Pending[] {
  if (pending.length === 0) return pending;
  const confirmed = new Set(messages.map((message) => message.client_message_id));
  const left = pending.filter((each) => !confirmed.has(each.clientMessageId));
  return left.length === pending.length ? pending : left;
}
