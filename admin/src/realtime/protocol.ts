import type {
  AckError,
  AckOk,
  ConversationCommand,
  ConversationOpen,
  ConversationOpenAck,
  ConversationSeen,
  ConversationSnapshot,
  ConversationStatusChanged,
  GenerationFailed,
  GenerationStage,
  HandoffStarted,
  InboxRead,
  InboxUpdated,
  MessageCompleted,
  MessageCreated,
  MessageDelta,
  MessageSendAck,
  OperatorJoined,
  OperatorMessageSend,
  TypingStarted,
} from "@/wire/schema";

/** Facts of one conversation, by the name they have on the wire. */
export interface RoomEvents {
  "conversation.snapshot": ConversationSnapshot;
  "message.created": MessageCreated;
  "generation.stage": GenerationStage;
  "message.delta": MessageDelta;
  "message.completed": MessageCompleted;
  "generation.failed": GenerationFailed;
  "handoff.started": HandoffStarted;
  "operator.joined": OperatorJoined;
  "conversation.status": ConversationStatusChanged;
  "typing.started": TypingStarted;
}

/** The closed union of what can happen in a room: live and resumed streams are made of it alike. */
export type RoomEvent = {
  [Name in keyof RoomEvents]: { type: Name; payload: RoomEvents[Name] };
}[keyof RoomEvents];

const ROOM_EVENTS: Record<keyof RoomEvents, true> = {
  "conversation.snapshot": true,
  "message.created": true,
  "generation.stage": true,
  "message.delta": true,
  "message.completed": true,
  "generation.failed": true,
  "handoff.started": true,
  "operator.joined": true,
  "conversation.status": true,
  "typing.started": true,
};

export const ROOM_EVENT_NAMES = Object.keys(ROOM_EVENTS) as readonly (keyof RoomEvents)[];

export interface ServerEvents extends RoomEvents {
  "inbox.updated": InboxUpdated;
  "inbox.read": InboxRead;
}

/** Commands: what is sent, and what an accepted one is acked with. */
export interface Commands {
  "conversation.open": { payload: ConversationOpen; ack: ConversationOpenAck };
  "conversation.leave": { payload: ConversationCommand; ack: AckOk };
  "conversation.take": { payload: ConversationCommand; ack: AckOk };
  "conversation.return": { payload: ConversationCommand; ack: AckOk };
  "conversation.close": { payload: ConversationCommand; ack: AckOk };
  "conversation.read": { payload: ConversationSeen; ack: AckOk };
  "typing.start": { payload: ConversationCommand; ack: AckOk };
  "message.send": { payload: OperatorMessageSend; ack: MessageSendAck };
}

export function isRefusal(ack: unknown): ack is AckError {
  return typeof ack === "object" && ack !== null && "ok" in ack && ack.ok === false;
}
