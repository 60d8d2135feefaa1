import type { QueryClient } from "@tanstack/react-query";
import { toApiError, type ApiError } from "@/lib/api-error";
import type { Commands, RoomEvent } from "./protocol";
import type { Connection } from "./connection";
import type { Conversation } from "./conversation";
import { createFrameQueue } from "./frame-queue";
import { fromSnapshot, reduce, type LocalEvent } from "./reducer";
import { ROOM_EVENT_NAMES } from "./protocol";

/** What the query cache holds of a conversation that was opened. */
export interface RoomState {
  readonly conversation: Conversation | null;
  readonly error: ApiError | null;
}

export function roomKey(conversationId: string): readonly ["room", string] {
  return ["room", conversationId];
}

type RoomCommand = `conversation.${"take" | "return" | "close" | "reopen" | "release"}`;

export interface Rooms {
  /** Joins the room and stays in it, over reconnects, until the returned function is called. */
  enter: (conversationId: string) => () => void;
  reopen: (conversationId: string) => void;
  peek: (conversationId: string) => Conversation | null;
  apply: (conversationId: string, event: LocalEvent) => void;
  command: (name: RoomCommand, conversationId: string, more?: object) => Promise<void>;
  onOpened: (listener: (conversationId: string) => void) => void;
}

/** Keeps the rooms that are on the screen in step with the server, in the one query cache. */
export function createRooms(connection: Connection, cache: QueryClient): Rooms {
  const entered = new Map<string, number>();
  const openedListeners: ((conversationId: string) => void)[] = [];
  cache.setQueryDefaults(["room"], { structuralSharing: false, gcTime: 10 * 60_000 });

  const queue = createFrameQueue<RoomEvent>((events) => {
    for (const event of events) take(event);
  });
  for (const name of ROOM_EVENT_NAMES) {
    connection.on(name, (payload) => {
      const event = { type: name, payload } as RoomEvent;
      if (!entered.has(event.payload.conversation_id)) return;
      if (event.type === "message.delta") queue.push(event);
      else queue.flush(event);
    });
  }
  connection.state.subscribe(() => {
    if (connection.state.get() !== "online") return;
    for (const id of entered.keys()) void open(id);
  });

  function read(id: string): RoomState | undefined {
    return cache.getQueryData<RoomState>(roomKey(id));
  }

  // Written at once, not by a query function: an event that follows the ack must find its result.
  function write(id: string, state: RoomState): void {
    cache.setQueryData<RoomState>(roomKey(id), state);
  }

  function take(event: RoomEvent): void {
    const id = event.payload.conversation_id;
    const known = read(id)?.conversation;
    if (known) write(id, { conversation: reduce(known, event), error: null });
  }

  function apply(id: string, event: LocalEvent): void {
    const state = read(id);
    if (state?.conversation) {
      write(id, { ...state, conversation: reduce(state.conversation, event) });
    }
  }

  async function open(id: string): Promise<void> {
    if (connection.state.get() !== "online") return;
    try {
      const cursor = read(id)?.conversation?.cursor ?? null;
      const ack = await connection.command("conversation.open", { conversation_id: id, cursor });
      if (!entered.has(id)) return;
      queue.flush();
      const known = read(id)?.conversation ?? null;
      write(id, { conversation: fromSnapshot(known, ack.snapshot), error: null });
      for (const listener of openedListeners) listener(id);
    } catch (error) {
      const failure = toApiError(error);
      // Without a connection the room waits; the next connection opens it again.
      if (failure.code === "network" || !entered.has(id)) return;
      write(id, { conversation: read(id)?.conversation ?? null, error: failure });
    }
  }

  function leave(id: string): void {
    const holders = (entered.get(id) ?? 1) - 1;
    if (holders > 0) {
      entered.set(id, holders);
      return;
    }
    queue.flush();
    entered.delete(id);
    connection.command("conversation.leave", { conversation_id: id }).catch(() => {
      // A room that cannot be left now is left by the server when the socket is gone.
    });
  }

  return {
    enter(id) {
      entered.set(id, (entered.get(id) ?? 0) + 1);
      void open(id);
      let left = false;
      return () => {
        if (!left) leave(id);
        left = true;
      };
    },
    reopen(id) {
      write(id, { conversation: read(id)?.conversation ?? null, error: null });
      void open(id);
    },
    peek: (id) => read(id)?.conversation ?? null,
    apply,
    async command(name, id, more) {
      const payload = { conversation_id: id, ...more } satisfies Commands[typeof name]["payload"];
      await connection.command(name, payload);
    },
    onOpened(listener) {
      openedListeners.push(listener);
    },
  };
}
