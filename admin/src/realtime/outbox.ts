import { toApiError } from "@/lib/api-error";
import { clientMessageId } from "@/lib/ids";
import type { Attachment, MessageSendAck, OperatorInfo } from "@/wire/schema";
import { backoff } from "./backoff";
import type { Connection } from "./connection";
import type { Pending } from "./conversation";
import type { Rooms } from "./rooms";

export interface Outbox {
  send: (conversationId: string, text: string, attachments?: readonly Attachment[]) => void;
  /** Sends a refused message again, under the id it had. */
  retry: (conversationId: string, clientMessageId: string) => void;
  discard: (conversationId: string, clientMessageId: string) => void;
}

const ATTEMPTS = 4;

/**
 * Replies leave one at a time in the order they were written, and again by the same id until the
 * server has confirmed: it stores a repeated id once.
 */
export function createOutbox(
  connection: Connection,
  rooms: Rooms,
  operator: () => OperatorInfo | null,
): Outbox {
  const busy = new Set<string>();
  rooms.onOpened((id) => void pump(id));

  function next(id: string): Pending | undefined {
    return rooms.peek(id)?.pending.find((each) => each.error === null);
  }

  async function pump(id: string): Promise<void> {
    if (busy.has(id)) return;
    busy.add(id);
    try {
      for (let pending = next(id); pending && isOnline(); pending = next(id)) {
        await deliver(id, pending);
      }
    } finally {
      busy.delete(id);
    }
  }

  async function deliver(id: string, pending: Pending): Promise<void> {
    const { clientMessageId: client_message_id, text } = pending;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const attachments = pending.attachments.map((file) => file.id);
        const payload = { conversation_id: id, client_message_id, text, attachments };
        const ack = await connection.command("message.send", payload);
        rooms.apply(id, {
          type: "local.sent",
          clientMessageId: client_message_id,
          message: stored(id, pending, ack),
        });
        return;
      } catch (error) {
        const failure = toApiError(error);
        if (!isOnline()) return;
        if (!failure.retryable || attempt === ATTEMPTS) {
          rooms.apply(id, {
            type: "local.refused",
            clientMessageId: client_message_id,
            error: failure,
          });
          return;
        }
        await pause(failure.retryAfter === null ? backoff(attempt) : failure.retryAfter * 1_000);
        if (!isOnline()) return;
      }
    }
  }

  /** The message as the ack tells it; `message.created` brings the server's own. */
  function stored(id: string, pending: Pending, ack: MessageSendAck) {
    return {
      id: ack.message_id,
      conversation_id: id,
      seq: ack.seq,
      sender: "operator",
      agent: null,
      operator_name: operator()?.name ?? null,
      text: pending.text,
      citations: [],
      choices: [],
      attachments: pending.attachments,
      outcome: null,
      client_message_id: pending.clientMessageId,
      at: pending.at,
    } as const;
  }

  function isOnline(): boolean {
    return connection.state.get() === "online";
  }

  return {
    send(id, text, attachments = []) {
      const at = new Date().toISOString();
      const pending = { clientMessageId: clientMessageId(), text, attachments, at, error: null };
      rooms.apply(id, { type: "local.queued", pending });
      void pump(id);
    },
    retry(id, messageId) {
      rooms.apply(id, { type: "local.retried", clientMessageId: messageId });
      void pump(id);
    },
    discard(id, messageId) {
      rooms.apply(id, { type: "local.discarded", clientMessageId: messageId });
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
