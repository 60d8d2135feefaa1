import type { QueryClient } from "@tanstack/react-query";
import { createContext, use } from "react";
import type { Session } from "@/lib/session";
import { useStore } from "@/lib/store";
import type { OperatorInfo } from "@/wire/schema";
import { followBeside } from "./beside";
import { catchUp } from "./catch-up";
import { createConnection, type Connection, type ConnectionState } from "./connection";
import { keepPresence } from "./presence";
import { createInbox, type Inbox } from "./inbox";
import { createOutbox, type Outbox } from "./outbox";
import { createRooms, type Rooms } from "./rooms";
import { createTyping, type Typing } from "./typing";

/** All that lives as long as the socket does. */
export interface Realtime {
  readonly connection: Connection;
  readonly rooms: Rooms;
  readonly outbox: Outbox;
  readonly inbox: Inbox;
  readonly typing: Typing;
}

export function createRealtime(session: Session, cache: QueryClient): Realtime {
  const operator = (): OperatorInfo | null => {
    const state = session.state.get();
    return state.phase === "signed-in" ? state.operator : null;
  };
  const connection = createConnection(session);
  const rooms = createRooms(connection, cache);
  const outbox = createOutbox(connection, rooms, operator);
  const inbox = createInbox(cache, () => operator()?.id ?? "");
  followBeside(connection, rooms, cache);
  connection.on("inbox.updated", ({ conversation }) => inbox.updated(conversation));
  keepPresence(connection, cache);

  connection.on("trial.completed", ({ trial_id }) => {
    void cache.invalidateQueries({ queryKey: ["trial", trial_id] });
  });
  connection.on("inbox.read", ({ conversation_id, seq }) => inbox.read(conversation_id, seq));

  catchUp(connection, cache);
  return { connection, rooms, outbox, inbox, typing: createTyping(connection) };
}

export const RealtimeContext = createContext<Realtime | null>(null);

export function useRealtime(): Realtime {
  const realtime = use(RealtimeContext);
  if (!realtime) throw new Error("RealtimeContext is missing");
  return realtime;
}

export function useConnectionState(): ConnectionState {
  return useStore(useRealtime().connection.state);
}

