/**
 * Carries out what the connection's state machine says: timers, session, socket.
 *
 * @import { ErrorBody, Link, VisitorSession, WireEvent } from "../core/types.js"
 * @import { Command, ConnectionEvent } from "../core/connection.js"
 * @import { Shelf } from "./storage.js"
 */
import { initialConnection, step, toLink } from "../core/connection.js";
import { createSocket } from "./socket.js";

export const TOKEN = "token";
/** Which conversation the token opens: another tab may have another by now. */
export const PLACE = "place";

/**
 * @typedef {object} LinkPorts
 * @property {string} base
 * @property {(token: string | null) =>
 *   Promise<{ session: VisitorSession } | { error: ErrorBody }>} ask
 * @property {Shelf} shelf
 * @property {AbortSignal} signal
 * @property {() => string | null} cursor
 * @property {(session: VisitorSession) => void} onSession
 * @property {(event: WireEvent) => void} onFact
 * @property {(link: Link) => void} onChange
 * @property {() => void} resume
 * @property {() => void} pause
 */

/** @param {LinkPorts} ports */
export function createLink(ports) {
  const { shelf, signal } = ports;
  let connection = initialConnection();
  /** @type {VisitorSession | null} Of this tab. */
  let mine = null;
  /** @type {string | null} */
  let shown = null;
  let renewAt = 0;
  let asked = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const socket = createSocket(ports.base, auth, {
    connected: () => happen({ type: "socket.connected" }),
    lost: () => happen({ type: "socket.lost" }),
    refused: (error) => happen({ type: "socket.refused", error }),
    fact(event) {
      ports.onFact(event);
      if (event.type === "conversation.snapshot") happen({ type: "snapshot" });
    },
  });

  /** @returns {string | null} The newest key to this tab's conversation, whichever tab asked for it. */
  function token() {
    const newest = shelf.get(PLACE) === mine?.conversation_id ? shelf.get(TOKEN) : null;
    return newest || (mine?.token ?? null);
  }

  function auth() {
    const cursor = ports.cursor();
    shown = token();
    return { token: shown ?? "", ...(cursor && { cursor }) };
  }

  /** @param {ConnectionEvent} event */
  function happen(event) {
    if (signal.aborted) return;
    const [next, commands] = step(connection, event);
    const changed = next !== connection;
    connection = next;
    if (changed) ports.onChange(toLink(next));
    for (const command of commands) carryOut(command);
  }

  /** @param {Command} command */
  function carryOut(command) {
    switch (command.do) {
      case "askSession":
        return void ask();
      case "dropToken":
        // Only the one that was refused: another tab may have got a new one meanwhile. Not removed,
        // for that is how other tabs hear of a reset.
        if (shelf.get(TOKEN) === shown) shelf.set(TOKEN, "");
        return;
      case "connect":
        return socket.connect();
      case "disconnect":
        return socket.disconnect();
      case "cancelTimer":
        return clearTimeout(timer);
      case "resume":
        return ports.resume();
      case "pause":
        return ports.pause();
      case "setTimer":
        clearTimeout(timer);
        timer = setTimeout(() => happen({ type: "timer", stale: Date.now() > renewAt }), command.ms);
    }
  }

  async function ask() {
    const round = ++asked;
    shown = shelf.get(TOKEN) || null;
    const answer = await ports.ask(shown);
    // Asked again meanwhile, as somebody else: this answer is for nobody.
    if (signal.aborted || round !== asked) return;
    if ("error" in answer) return happen({ type: "session.refused", error: answer.error });
    const { session } = answer;
    mine = session;
    shelf.set(TOKEN, session.token);
    shelf.set(PLACE, session.conversation_id);
    // Renewed while it still works: then the conversation goes on under the new one.
    renewAt = Date.now() + session.expires_in * 800;
    ports.onSession(session);
    happen({ type: "session.ready" });
  }

  const wake = () => document.visibilityState === "visible" && happen({ type: "wake" });
  addEventListener("online", wake, { signal });
  addEventListener("pageshow", wake, { signal });
  document.addEventListener("visibilitychange", wake, { signal });
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    socket.disconnect();
  });

  return {
    open: () => happen({ type: "open" }),
    /** Asks for another session, as whoever the visitor now is. */
    reopen() {
      happen({ type: "close" });
      happen({ type: "open" });
    },
    /** The visitor would rather not wait. */
    hurry: () => happen({ type: connection.phase === "refused" ? "open" : "wake" }),
    /** This tab's own key opens nothing any more. */
    forget: () => void (mine = null),
    token,
    command: socket.command,
  };
}
