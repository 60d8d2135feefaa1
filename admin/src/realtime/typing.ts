import type { Connection } from "./connection";

const EVERY_MS = 3_000;

export interface Typing {
  /** The operator pressed a key; the visitor is told now and then. */
  started: (conversationId: string) => void;
}

export function createTyping(connection: Connection, now: () => number = Date.now): Typing {
  let last = { id: "", at: 0 };
  return {
    started(id) {
      if (last.id === id && now() - last.at < EVERY_MS) return;
      last = { id, at: now() };
      connection.command("typing.start", { conversation_id: id }).catch(() => {
        // Only a courtesy: nobody misses it.
      });
    },
  };
}
