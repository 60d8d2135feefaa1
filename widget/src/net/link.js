/**
 * Carries out what the connection's state machine says: timers, session, socket.
 *
 * @import { ErrorBody, Link, SnapshotEvent, State, Transport, VisitorSession, WireEvent } from "../core/types.js"
 * @import { Command, ConnectionEvent } from "../core/connection.js"
 * @import { DetourFactory } from "./detour.js"
 * @import { Shelf } from "./storage.js"
 */
import { initialConnection, step, toLink } from "../core/connection.js";
import { createLeading } from "../core/leading.js";
import { createCarrier } from "./carrier.js";
import { mintId } from "./ids.js";
import { enterRoom, inTurn } from "./tabs.js";

export const TOKEN = "token";
/** What a platform means that says nothing of it. @type {Transport} */
const SOCKET = { kind: "socket" };
/** Which conversation the token opens: another tab may have another by now. */
export const PLACE = "place";

/**
 * @typedef {Pick<VisitorSession, "token" | "conversation_id">} Key
 *
 * @typedef {object} LinkPorts
 * @property {string} base
 * @property {(token: string | null) =>
 *   Promise<{ session: VisitorSession } | { error: ErrorBody }>} ask
 * @property {Shelf} shelf
 * @property {AbortSignal} signal
 * @property {(run: () => void, ms: number) => () => void} later Returns its undo; ends with `signal`.
 * @property {() => Promise<DetourFactory>} bring
 * @property {() => State} state
 * @property {(session: VisitorSession, back?: boolean) => void} onSession `back`: it goes on from one before.
 * @property {(event: WireEvent) => void} onFact
 * @property {(link: Link) => void} onChange
 * @property {() => void} resume
 * @property {() => void} pause
 */

/** @param {LinkPorts} ports */
export function createLink(ports) {
  const { shelf, signal, later } = ports;
  let connection = initialConnection();
  /** @type {VisitorSession | null} Of this tab. */
  let mine = null;
  /** @type {string | null} */
  let shown = null;
  let renewAt = 0;
  let asked = 0;
  let era = 0;
  let probed = 0;
  let stopWaiting = () => {};

  const give = () => snapshotOf(ports.state());
  const told = () => mine?.settings.transport ?? SOCKET;
  const socket = createLeading(
    {
      own: (on) => createCarrier({ base: ports.base, name: shelf.name("detour"), auth, give, told, later }, ports.bring, on),
      // Tabs of another build may speak otherwise.
      enter: (steal, on) => enterRoom(shelf.name(`${mine?.conversation_id}:${OTVET_BUILD}`), steal, on),
      give,
      // What is here already may be newer by a moment, and goes further back.
      take: (given) => ({ ...given, full: (given.messages[0]?.seq ?? 0) > (ports.state().messages.at(-1)?.seq ?? 0) + 1 }),
      mintId,
      later,
    },
    {
      connected: () => happen({ type: "socket.connected" }),
      lost: () => happen({ type: "socket.lost" }),
      dead: () => happen({ type: "socket.dead" }),
      refused: (error) => happen({ type: "socket.refused", error }),
      fact(event) {
        if (event.type === "conversation.snapshot" && event.conversation_id !== mine?.conversation_id) return astray();
        ports.onFact(event);
        if (event.type === "conversation.snapshot") happen({ type: "snapshot" });
      },
    },
  );

  /** The key has opened another conversation than this tab shows: it asks anew which one is its own. */
  function astray() {
    renewAt = 0;
    happen({ type: "socket.lost" });
  }

  /** @param {Key} key For all tabs. Where it fits comes first: no tab of another place may find it fitting. */
  function keep(key) {
    shelf.set(PLACE, key.conversation_id);
    shelf.set(TOKEN, key.token);
  }

  /** @returns {string | null} The newest key to this tab's conversation, whichever tab asked for it. */
  function token() {
    const newest = shelf.get(PLACE) === mine?.conversation_id ? shelf.get(TOKEN) : null;
    return newest || (mine?.token ?? null);
  }

  function auth() {
    const { cursor } = ports.state();
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
        era += 1;
        return socket.connect();
      case "probe":
        return void probe(era);
      case "disconnect":
        return socket.disconnect();
      case "cancelTimer":
        return stopWaiting();
      case "resume":
        return ports.resume();
      case "pause":
        return ports.pause();
      case "setTimer":
        stopWaiting();
        stopWaiting = later(() => happen({ type: "timer", stale: Date.now() > renewAt }), command.ms);
    }
  }

  /** @param {number} of What has been connected anew meanwhile is none of its business. */
  async function probe(of) {
    if (probed === of) return;
    probed = of;
    try {
      await socket.probe();
    } catch {
      if (of === era) happen({ type: "socket.dead" });
    }
    probed = 0;
  }

  function ask() {
    const round = ++asked;
    // Of tabs without a key one gets it, and the others find it: else each would be another visitor.
    return shelf.get(TOKEN) ? askNow(round) : inTurn(shelf.name("asking"), () => askNow(round));
  }

  /** @param {number} round */
  async function askNow(round) {
    // Asked again while it waited for its turn: another one is waiting already.
    if (signal.aborted || round !== asked) return;
    shown = shelf.get(TOKEN) || null;
    const answer = await ports.ask(shown);
    // Asked again meanwhile, as somebody else: this answer is for nobody.
    if (signal.aborted || round !== asked) return;
    if ("error" in answer) return happen({ type: "session.refused", error: answer.error });
    const { session } = answer;
    mine = session;
    keep(session);
    // Renewed while it still works: then the conversation goes on under the new one.
    renewAt = Date.now() + session.expires_in * 800;
    ports.onSession(session, shown !== null);
    happen({ type: "session.ready" });
  }

  // Nobody else shall wait for a page that is put away: it lets go first, and comes back with `wake`.
  const sleep = () => happen({ type: "socket.lost" });
  const wake = () => document.visibilityState === "visible" && happen({ type: "wake" });
  addEventListener("online", wake, { signal });
  addEventListener("pageshow", wake, { signal });
  addEventListener("pagehide", ({ persisted }) => persisted && sleep(), { signal });
  document.addEventListener("freeze", sleep, { signal });
  document.addEventListener("visibilitychange", wake, { signal });
  signal.addEventListener("abort", () => {
    // What is under way then has no answer, and waits for another time rather than for the next try.
    ports.pause();
    socket.disconnect();
  });

  /** Asks for another session, as whoever the visitor now is. */
  function reopen() {
    happen({ type: "close" });
    happen({ type: "open" });
  }

  return {
    open: () => happen({ type: "open" }),
    reopen,
    /** @param {Key} key Of another conversation of the same visitor, where it goes on. */
    renew(key) {
      keep(key);
      reopen();
    },
    /** The visitor would rather not wait. */
    hurry: () => happen({ type: connection.phase === "refused" ? "open" : "wake" }),
    /** This tab's own key opens nothing any more. */
    forget: () => void (mine = null),
    token,
    command: socket.command,
  };
}

/**
 * @param {State} state
 * @returns {SnapshotEvent}
 */
function snapshotOf({ conversation, messages, more, ratings, score, generation, cursor }) {
  const there = /** @type {import("../core/types.js").ConversationState} */ (conversation);
  return {
    type: "conversation.snapshot",
    conversation_id: there.id,
    conversation: there,
    messages,
    full: true,
    has_more: more,
    ratings: Object.values(ratings).filter((rating) => rating !== null),
    score,
    generation,
    cursor: cursor ?? "",
  };
}
