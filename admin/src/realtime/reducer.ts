import type { ApiError } from "@/lib/api-error";
import type {
  ConversationSnapshot,
  ConversationStatus,
  Message,
  MessagePage,
} from "@/wire/schema";
import { mergeMessages, withoutConfirmed, type Conversation, type Pending } from "./conversation";
import { atStage, fromPartial, withDelta } from "./generation";
import type { RoomEvent } from "./protocol";

/** What this side does to a conversation, besides what the server tells. */
export type LocalEvent =
  | { type: "local.queued"; pending: Pending }
  | { type: "local.sent"; clientMessageId: string; message: Message }
  | { type: "local.refused"; clientMessageId: string; error: ApiError }
  | { type: "local.retried"; clientMessageId: string }
  | { type: "local.discarded"; clientMessageId: string }
  | { type: "local.older"; before: number; page: MessagePage }
  | { type: "local.floor"; status: ConversationStatus; operatorName: string | null };

/** The one reducer: snapshots, live events and our own doings all come through here. */
export function reduce(known: Conversation, event: RoomEvent | LocalEvent): Conversation {
  switch (event.type) {
    case "conversation.snapshot":
      return fromSnapshot(known, event.payload);
    case "message.created":
    case "message.completed":
      return withMessage(known, event.payload.message, event.payload.cursor);
    case "generation.stage":
      if (known.state.status !== "agent" || isStored(known, event.payload.message_id)) return known;
      return {
        ...known,
        generation: atStage(known.generation, event.payload),
        answerFailed: false,
        cursor: event.payload.cursor,
      };
    case "message.delta": {
      // One speaker at a time: characters that come after a take-over are not shown.
      if (known.state.status !== "agent" || isStored(known, event.payload.message_id)) return known;
      const generation = withDelta(known.generation, event.payload);
      return generation === known.generation ? known : { ...known, generation };
    }
    case "generation.failed":
      return {
        ...known,
        generation:
          known.generation?.messageId === event.payload.message_id ? null : known.generation,
        answerFailed: true,
        cursor: event.payload.cursor,
      };
    case "handoff.started": {
      const { position, eta_seconds, cursor } = event.payload;
      return { ...withFloor(known, "waiting", null, position, eta_seconds), cursor };
    }
    case "operator.joined":
      return {
        ...withFloor(known, "operator", event.payload.name),
        cursor: event.payload.cursor,
      };
    case "conversation.status":
      return {
        ...withFloor(
          known,
          event.payload.status,
          event.payload.operator_name,
          event.payload.status === "waiting" ? known.state.position : null,
        ),
        cursor: event.payload.cursor,
      };
    case "typing.started":
      return { ...known, typing: { name: event.payload.name, at: Date.now() } };
    default:
      return reduceLocal(known, event);
  }
}

function reduceLocal(known: Conversation, event: LocalEvent): Conversation {
  switch (event.type) {
    case "local.queued":
      return { ...known, pending: [...known.pending, event.pending] };
    case "local.sent": {
      const pending = known.pending.filter(
        (each) => each.clientMessageId !== event.clientMessageId,
      );
      if (isStored(known, event.message.id)) return { ...known, pending };
      return { ...known, pending, messages: mergeMessages(known.messages, [event.message]) };
    }
    case "local.refused":
      return mapPending(known, event.clientMessageId, (each) => ({ ...each, error: event.error }));
    case "local.retried":
      return mapPending(known, event.clientMessageId, (each) => ({ ...each, error: null }));
    case "local.discarded":
      return {
        ...known,
        pending: known.pending.filter((each) => each.clientMessageId !== event.clientMessageId),
      };
    case "local.older":
      // Where a full snapshot has come since they were asked for, they would leave a gap that nobody asks for.
      if (known.messages[0]?.seq !== event.before) return known;
      return {
        ...known,
        messages: mergeMessages(event.page.items, known.messages),
        hasMore: event.page.has_more,
      };
    case "local.floor":
      return withFloor(known, event.status, event.operatorName);
  }
}

export function fromSnapshot(
  known: Conversation | null,
  snapshot: ConversationSnapshot,
): Conversation {
  const replaced = snapshot.full || known === null;
  const messages = replaced
    ? mergeMessages([], snapshot.messages)
    : mergeMessages(known.messages, snapshot.messages);
  return {
    state: snapshot.conversation,
    messages,
    hasMore: replaced ? snapshot.has_more : known.hasMore,
    generation: snapshot.generation && fromPartial(snapshot.generation),
    answerFailed: false,
    pending: withoutConfirmed(known?.pending ?? [], messages),
    typing: null,
    cursor: snapshot.cursor,
  };
}

function withMessage(known: Conversation, message: Message, cursor: string): Conversation {
  const finished = known.generation?.messageId === message.id;
  return {
    ...known,
    messages: mergeMessages(known.messages, [message]),
    generation: finished ? null : known.generation,
    answerFailed: false,
    pending: withoutConfirmed(known.pending, [message]),
    typing: message.sender === "visitor" ? null : known.typing,
    cursor,
  };
}

function withFloor(
  known: Conversation,
  status: ConversationStatus,
  operatorName: string | null,
  position: number | null = null,
  etaSeconds: number | null = null,
): Conversation {
  return {
    ...known,
    state: {
      id: known.state.id,
      status,
      operator_name: operatorName,
      position,
      eta_seconds: etaSeconds,
    },
    generation: status === "agent" ? known.generation : null,
    answerFailed: status === "agent" && known.answerFailed,
  };
}

function isStored(known: Conversation, messageId: string): boolean {
  return known.messages.some((message) => message.id === messageId);
}

function mapPending(
  known: Conversation,
  clientMessageId: string,
  change: (pending: Pending) => Pending,
): Conversation {
  return {
    ...known,
    pending: known.pending.map((each) =>
      each.clientMessageId === clientMessageId ? change(each) : each,
    ),
  };
}
