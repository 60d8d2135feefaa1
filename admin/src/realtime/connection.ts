import { io, type Socket } from "socket.io-client";
import { ApiError, isErrorBody, networkError, timeoutError } from "@/lib/api-error";
import type { Session } from "@/lib/session";
import { createStore, type ReadableStore } from "@/lib/store";
import { backoff } from "./backoff";
import { isRefusal, type Commands, type ServerEvents } from "./protocol";

export type ConnectionState = "idle" | "connecting" | "online" | "lost";

export interface Connection {
  readonly state: ReadableStore<ConnectionState>;
  start: () => void;
  stop: () => void;
  /** Tries at once instead of waiting for the next turn. */
  retry: () => void;
  /** Returns what ends the listening. */
  on: <Name extends keyof ServerEvents>(
    name: Name,
    listener: (payload: ServerEvents[Name]) => void,
  ) => () => void;
  /** Sends a command and waits for its ack; a refusal, and silence, are ApiErrors. */
  command: <Name extends keyof Commands>(
    name: Name,
    payload: Commands[Name]["payload"],
  ) => Promise<Commands[Name]["ack"]>;
}

const ACK_MS = 10_000;

/** The one socket of the console. Lost transports come back by themselves; refusals are answered here. */
export function createConnection(session: Session): Connection {
  const state = createStore<ConnectionState>("idle");
  let token = "";
  let refusals = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const socket: Socket = io("/operator", {
    path: "/socket.io",
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    autoConnect: false,
    reconnectionDelay: 500,
    reconnectionDelayMax: 8_000,
    // Asked at every attempt, so that a reconnect never carries an old token.
    auth: (give) => {
      session.token().then(
        (fresh) => {
          token = fresh;
          give({ token: fresh });
        },
        () => give({ token }),
      );
    },
  });

  // socket.io's own types cannot follow an event name that is generic.
  const events = socket as unknown as Record<
    "on" | "off",
    (name: string, listener: (payload: never) => void) => void
  >;

  const isConnected = () => socket.connected;

  function later(delay: number): void {
    clearTimeout(timer);
    timer = setTimeout(connect, delay);
  }

  function connect(): void {
    clearTimeout(timer);
    if (state.get() === "idle" || socket.connected) return;
    socket.connect();
  }

  /** The server said no. socket.io does not try again by itself after that. */
  function refused(error: ApiError): void {
    refusals += 1;
    if (error.code === "session_revoked") { session.end("revoked"); return; }
    const delay = error.retryAfter === null ? backoff(refusals) : error.retryAfter * 1_000;
    if (!error.refreshable) { later(delay); return; }
    session.renew(token).then(
      () => (refusals > 1 ? later(delay) : connect()),
      () => later(delay),
    );
  }

  socket.on("connect", () => {
    refusals = 0;
    state.set("online");
  });
  socket.on("disconnect", (reason) => {
    if (state.get() === "idle") return;
    state.set("lost");
    if (reason !== "io server disconnect") return;
    // The sign-in has ended, or its operator has another role or other sites: a new token tells.
    const again = () => later(backoff(1));
    session.renew(token).then(again, again);
  });
  socket.on("connect_error", (error: Error & { data?: unknown }) => {
    if (state.get() === "idle") return;
    state.set("lost");
    if (socket.active) return;
    refused(isErrorBody(error.data) ? new ApiError(error.data) : networkError());
  });

  function retry(): void {
    if (state.get() !== "lost") return;
    // A fresh start of the manager, which may be in the middle of a long wait.
    socket.disconnect();
    connect();
  }

  window.addEventListener("online", retry);

  return {
    state,
    retry,
    start() {
      if (state.get() !== "idle") return;
      state.set("connecting");
      connect();
    },
    stop() {
      clearTimeout(timer);
      state.set("idle");
      refusals = 0;
      socket.disconnect();
    },
    on(name, listener) {
      events.on(name, listener);
      return () => events.off(name, listener);
    },
    async command(name, payload) {
      if (!isConnected()) throw networkError();
      let ack: unknown;
      try {
        ack = await socket.timeout(ACK_MS).emitWithAck(name, payload);
      } catch {
        throw isConnected() ? timeoutError() : networkError();
      }
      if (isRefusal(ack)) throw new ApiError(ack.error);
      return ack as Commands[typeof name]["ack"];
    },
  };
}
