/**
 * Commands by POST, facts by one GET after another: where no socket lives. It is itself a socket to
 * whoever uses it; one request for facts is under way at any time, or the pause before the next.
 *
 * @import { Ack, ErrorBody, SnapshotEvent, WireEvent } from "./types.js"
 * @import { SocketEvents, VisitorSocket } from "../net/socket.js"
 */
import { heed } from "./acks.js";
import { FACTS } from "./facts.js";
import { PROBE } from "./leading.js";

/** How long the platform may hold a request that it has no answer to, s. */
export const HELD = 20;
/** Between two requests, ms: what is written word by word comes in some pieces, not in each a request. */
export const PAUSE = 200;
/** After an answer that says nothing and was not waited for, ms: whoever gives those would be asked without end. */
export const CALM = 2_000;
const AT_ONCE = 1_000;
/** Younger than this, ms, a request is not replaced: behind a gateway the platform does not see that one was given up, and allows few. */
export const FRESH = 5_000;
const ACK_TIMEOUT = 8_000;

/**
 * @template T
 * @typedef {{ body: T } | { error: ErrorBody }} Answer `no_answer`: there was none.
 */

/**
 * @typedef {{ cursor: string, events: { event: string, data: object }[] }} Heard
 *
 * @typedef {object} PollingPorts
 * @property {(cursor: string | undefined, held: number) => { answer: Promise<Answer<Heard>>, stop: () => void }} read
 * @property {(event: string, data: object, ms: number) => Promise<Answer<Ack>>} write
 * @property {() => { cursor?: string }} auth
 * @property {() => SnapshotEvent} give What is known here already.
 * @property {() => number} now
 * @property {(run: () => void, ms: number) => () => void} later Returns its undo.
 */

/**
 * @param {PollingPorts} ports
 * @param {SocketEvents} on
 * @returns {VisitorSocket}
 */
export function createPolling({ read, write, auth, give, now, later }, on) {
  /** @type {string | undefined} */
  let cursor;
  let up = false;
  /** When it was last asked. */
  let since = 0;
  /** Ends what is under way. */
  let end = () => {};

  /** @param {number} held */
  async function look(held) {
    since = now();
    const { answer, stop } = read(cursor, held);
    let over = false;
    end = () => {
      over = true;
      stop();
    };
    const told = await answer;
    if (over) return;
    if ("error" in told) return on.refused(told.error);
    const { body } = told;
    // A gate on the way may say that all is well, in its own words.
    if (!Array.isArray(body.events)) return on.lost();
    for (const fact of facts(body)) if (!over) on.fact(fact);
    if (over) return;
    const calm = body.events.length === 0 && now() - since < AT_ONCE;
    end = later(() => void look(HELD), held && calm ? CALM : PAUSE);
  }

  /**
   * @param {Heard} heard
   * @returns {WireEvent[]}
   */
  function facts({ events, cursor: next }) {
    const known = events.filter(({ event }) => FACTS.some((name) => name === event));
    const all = known.map(({ event, data }) => /** @type {WireEvent} */ ({ ...data, type: event }));
    if (!up) {
      up = true;
      on.connected();
      // Who goes on from a cursor is told what came since, be it nothing: then all is here.
      if (cursor && all[0]?.type !== "conversation.snapshot") all.unshift(give());
    }
    // This one's alone: a tab that leads next may have a socket, which knows those of facts.
    cursor = next;
    return all;
  }

  /** @type {VisitorSocket["command"]} */
  async function command(name, payload = {}, wait = ACK_TIMEOUT) {
    if (!up) throw new Error("not connected");
    if (name === PROBE) {
      // A request may be as dead as a socket: another one shows whether anybody answers.
      if (now() - since >= FRESH) {
        end();
        void look(0);
      }
      return { ok: true };
    }
    const told = await write(name, payload, wait);
    if ("body" in told) return told.body;
    const { error } = told;
    if (error.code === "no_answer") throw new Error("no answer");
    return heed({ ok: false, error }, on);
  }

  function disconnect() {
    up = false;
    end();
    end = () => {};
  }

  return {
    connect() {
      disconnect();
      ({ cursor } = auth());
      void look(0);
    },
    disconnect,
    command,
  };
}
