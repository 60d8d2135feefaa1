import type {
  AckError,
  AckOk,
  ConversationClose,
  ConversationClosed,
  AvailabilityAck,
  AvailabilitySet,
  ConversationAssign,
  ConversationCommand,
  ConversationOpen,
  ConversationOpenAck,
  ConversationRated,
  ConversationSeen,
  ConversationSnapshot,
  ConversationStatusChanged,
  ConversationViewers,
  GenerationFailed,
  GenerationStage,
  HandoffStarted,
  InboxRead,
  InboxUpdated,
  KnowledgeUpdated,
  MessageCompleted,
  MessageCreated,
  MessageDelta,
  MessageRated,
  MessageSendAck,
  NoteAck,
  NoteAdd,
  NoteAdded,
  NoteDelete,
  NoteDeleted,
  NoteEdit,
  NoteEdited,
  NoteMentioned,
  OperatorJoined,
  OperatorMessageSend,
  OperatorRead,
  PresenceUpdated,
  CasesRan,
  TrialCompleted,
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

/** What operators alone are told; none of it changes what the visitor sees. */
export interface BesideEvents {
  "note.added": NoteAdded;
  "note.edited": NoteEdited;
  "note.deleted": NoteDeleted;
  "note.mentioned": NoteMentioned;
  "conversation.closed": ConversationClosed;
  "conversation.seen": ConversationSeen;
  "conversation.rated": ConversationRated;
  "message.rated": MessageRated;
}

export interface ServerEvents extends RoomEvents, BesideEvents {
  "inbox.updated": InboxUpdated;
  "presence.updated": PresenceUpdated;
  "viewers.updated": ConversationViewers;
  "knowledge.updated": KnowledgeUpdated;
  "trial.completed": TrialCompleted;
  "cases.ran": CasesRan;
  "inbox.read": InboxRead;
}

/** Commands: what is sent, and what an accepted one is acked with. */
export interface Commands {
  "conversation.open": { payload: ConversationOpen; ack: ConversationOpenAck };
  "conversation.leave": { payload: ConversationCommand; ack: AckOk };
  "conversation.take": { payload: ConversationCommand; ack: AckOk };
  "conversation.return": { payload: ConversationCommand; ack: AckOk };
  "conversation.close": { payload: ConversationClose; ack: AckOk };
  "conversation.reopen": { payload: ConversationCommand; ack: AckOk };
  "conversation.release": { payload: ConversationCommand; ack: AckOk };
  "note.add": { payload: NoteAdd; ack: NoteAck };
  "note.edit": { payload: NoteEdit; ack: NoteAck };
  "note.delete": { payload: NoteDelete; ack: AckOk };
  "conversation.assign": { payload: ConversationAssign; ack: AckOk };
  "availability.set": { payload: AvailabilitySet; ack: AvailabilityAck };
  "conversation.read": { payload: OperatorRead; ack: AckOk };
  "typing.start": { payload: ConversationCommand; ack: AckOk };
  "message.send": { payload: OperatorMessageSend; ack: MessageSendAck };
}

export function isRefusal(ack: unknown): ack is AckError {
  return typeof ack === "object" && ack !== null && "ok" in ack && ack.ok === false;
}
