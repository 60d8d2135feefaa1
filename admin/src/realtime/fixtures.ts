import type { ConversationSummary, Message } from "@/wire/schema";
import type { Conversation } from "./conversation";

/** Pieces for tests. */
export const ID = "c1";

export function message(seq: number, rest: Partial<Message> = {}): Message {
  return {
    id: `m${seq}`,
    conversation_id: ID,
    seq,
    sender: "visitor",
    agent: null,
    operator_name: null,
    text: `text ${seq}`,
    citations: [],
    choices: [],
    attachments: [],
    outcome: null,
    trouble: null,
    client_message_id: null,
    at: "2026-11-22T12:00:00Z",
    ...rest,
  };
}

export function conversation(rest: Partial<Conversation> = {}): Conversation {
  return {
    state: { id: ID, status: "agent", operator_name: null, position: null, eta_seconds: null },
    messages: [],
    hasMore: false,
    generation: null,
    answerFailed: false,
    pending: [],
    typing: null,
    cursor: "a:0",
    ...rest,
  };
}

export function summary(id: string, rest: Partial<ConversationSummary> = {}): ConversationSummary {
  return {
    id,
    site_id: "s",
    site_name: "Служба ИТ",
    visitor_name: "Мария",
    status: "waiting",
    operator_id: null,
    operator_name: null,
    agent: "network",
    last_message: null,
    last_seq: 1,
    waiting_since: "2026-11-22T12:00:00Z",
    updated_at: "2026-11-22T12:00:00Z",
    labels: [],
    read_seq: null,
    version: 1,
    ...rest,
  };
}
