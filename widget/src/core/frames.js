/**
 * Commands and facts as frames of JSON on a plain websocket, behind a gateway that speaks no
 * Socket.IO. It is itself a socket to whoever uses it. The gateway ends what is idle for ten
 * minutes, and each after two hours: the connection's state machine comes back, with its cursor. A
 * network that has gone closes nothing: so the platform is asked now and then whether it is there.
 *
 * @import { Ack, SnapshotEvent } from "./types.js"
 * @import { SocketEvents, VisitorSocket } from "../net/socket.js"
 */
import { heed } from "./acks.js";
import { FACTS } from "./facts.js";

/** After the last ack, ms: whoever looks at the page shall not look at a dead one for long. */
export const PING_EVERY = 60_000;
/** Where nobody looks: often enough for the gateway. */
export const PING_UNSEEN = 300_000;
export const ACK_TIMEOUT = 8_000;

/**
 * @typedef {object} Line
 * @property {(frame: object) => void} send
 * @property {() => void} close Nothing is heard of it after.
 *
 * @typedef {object} LineEvents
 * @property {() => void} opened
 * @property {(text: string) => void} said
 * @property {() => void} closed
 *
 * @typedef {object} FramesPorts
 * @property {(on: LineEvents) => Line} dial
 * @property {() => { token: string, cursor?: string }} auth
 * @property {() => SnapshotEvent} give What is known here already.
 * @property {() => boolean} visible Whether the page is.
 * @property {(run: () => void, ms: number) => () => void} later Returns its undo.
 */

/**
 * @param {FramesPorts} ports
 * @param {SocketEvents} on
 * @returns {VisitorSocket}
 */
export function createFrames({ dial, auth, give, visible, later }, on) {
  /** @type {Line | null} */
  let line = null;
  let up = false;
  let last = 0;
  let stopPinging = () => {};
  /** @type {Map<unknown, (ack?: Ack) => void>} */
  const asked = new Map();

  /**
   * @param {string} event
   * @param {object | undefined} data
   * @param {number} ms
   * @returns {Promise<Ack>}
   */
  function ask(event, data, ms) {
    return new Promise((resolve, reject) => {
      const id = (last += 1);
      const undo = later(() => settle(), ms);
      /** @param {Ack} [ack] */
      function settle(ack) {
        undo();
        asked.delete(id);
        if (ack) resolve(ack);
        else reject(new Error("no answer"));
      }
      asked.set(id, settle);
      line?.send({ id, event, data });
    });
  }

  async function enter() {
    const mine = line;
    const who = auth();
    const ack = await ask("connect", who, ACK_TIMEOUT).catch(() => null);
    // Whoever has closed it meanwhile knows.
    if (mine !== line) return;
    if (!ack) return on.lost();
    if (!ack.ok) return on.refused(ack.error);
    up = true;
    on.connected();
    // Who goes on from a cursor is told what came since, be it nothing: then all is here.
    if (who.cursor) on.fact(give());
    ping();
  }

  /** Its time runs anew from each ack; facts put nothing off, for the platform forgets who says nothing. */
  function ping() {
    const mine = line;
    stopPinging();
    stopPinging = later(
      () => void ask("ping", undefined, ACK_TIMEOUT).catch(() => mine === line && lose()),
      visible() ? PING_EVERY : PING_UNSEEN,
    );
  }

  /** @param {string} text */
  function hear(text) {
    const { id, ack, event, data, cursor } = read(text);
    if (ack) {
      asked.get(id)?.(ack);
      if (up) ping();
    } else if (FACTS.includes(event)) on.fact({ ...(cursor && { cursor }), ...data, type: event });
  }

  function lose() {
    disconnect();
    on.lost();
  }

  function disconnect() {
    up = false;
    line?.close();
    line = null;
    stopPinging();
    for (const settle of asked.values()) settle();
  }

  return {
    connect() {
      disconnect();
      line = dial({
        opened: () => void enter(),
        said: hear,
        closed: lose,
      });
    },
    disconnect,
    command: async (name, payload = {}, wait = ACK_TIMEOUT) => {
      if (!up) throw new Error("not connected");
      return heed(await ask(name, payload, wait), on);
    },
  };
}

/**
 * @param {string} text
 * @returns {any} Nothing of what cannot be read.
 */
function read(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
