/**
 * One socket for all tabs of a browser that are in the same conversation.
 *
 * Who knows what: every tab has its own session, outbox, drafts and picture of the connection, and
 * asks for a socket when it wants one. A lock says who leads. Whoever holds it has the only real
 * socket, and holds it no longer than they want one. They hand on every fact in the order it came,
 * send what the others ask them to and give back the ack; whoever joins gets a snapshot of what
 * they know. So those who follow have the leader's cursor at any moment and can go on from it.
 * The browser gives the lock to the next one when its holder lets go, is closed or dies. That one
 * says so, and everybody joins anew. A frozen tab keeps its lock: who hears nothing from it takes
 * the lock away.
 *
 * It is itself a socket to whoever uses it: the connection's state machine knows of no tabs.
 */

/** @import { Ack, ErrorBody, SnapshotEvent, WireEvent } from "./types.js" */
/** @import { SocketEvents, VisitorSocket } from "../net/socket.js" */

/** What the leader may take to answer: longer than its own wait for the platform. */
export const ANSWER_WAIT = 9_000;
/** Whoever is not asleep says so at once. */
export const PROBE_WAIT = 4_000;
export const BEAT_EVERY = 20_000;

/** Whether the platform answers; the leader itself is asked by no name. */
export const PROBE = "connection.check";

/**
 * @typedef {object} Frame What tabs say to each other.
 * @property {string} [to] For one of them alone.
 * @property {true} [turn] The lock has come to somebody else.
 * @property {true | ErrorBody} [lost] The platform has gone, or asks to come later; not the leader.
 * @property {string} [join] Who would follow.
 * @property {{ id: string, from: string, name: string, payload?: object }} [ask]
 * @property {string} [ack] The question that is answered.
 * @property {Ack | null} [answer] Null: there was no ack.
 * @property {WireEvent} [event]
 *
 * @typedef {object} Room
 * @property {(frame: Frame) => void} post
 * @property {(heard?: boolean) => void} leave Lets go of the lock, or of its place in the queue. Nothing
 *   is heard after. `heard`: of the lock when the others have heard what was said last.
 *
 * @typedef {object} RoomEvents
 * @property {() => void} granted The lock is ours. Never before `enter` has returned.
 * @property {() => void} taken It is no more: somebody thought that we were dead.
 * @property {(frame: Frame) => void} receive
 *
 * @typedef {object} LeadingPorts
 * @property {(on: SocketEvents) => VisitorSocket} own Makes a real socket.
 * @property {(steal: boolean, on: RoomEvents) => Room} enter
 * @property {() => SnapshotEvent} give What this tab knows.
 * @property {(given: SnapshotEvent) => SnapshotEvent} take What it makes of what another one knows.
 * @property {() => string} mintId
 * @property {(run: () => void, ms: number) => () => void} later Returns its undo.
 */

/**
 * @param {LeadingPorts} ports
 * @param {SocketEvents & { dead: () => void }} on `dead`: what was connected is so no longer, and
 *   is to be connected anew at once.
 * @returns {VisitorSocket & { probe: () => Promise<Ack> }}
 */
export function createLeading({ own, enter, give, take, mintId, later }, on) {
  const me = mintId();
  /** @type {Room | null} */
  let room = null;
  let leading = false;
  /** Leading: the platform has said what there is. */
  let up = false;
  /** Following: the leader has. */
  let joined = false;
  let hasty = false;
  let losing = false;
  let stopBeating = () => {};
  /** @type {Map<string, (answer?: Ack | null) => void>} */
  const asked = new Map();

  const socket = own({
    ...on,
    lost: () => lose(true),
    refused: (error) => (error.retryable ? lose(error) : on.refused(error)),
    fact(event) {
      on.fact(event);
      // A snapshot may be of what is new since the cursor: the others are given all.
      if (event.type === "conversation.snapshot") {
        up = true;
        post({ event: give() });
      } else if (up) post({ event });
    },
  });

  /** @param {Frame} frame */
  function post(frame) {
    room?.post(frame);
  }

  /**
   * Said before the lock goes on: else they would come back one by one at once, each to find the same.
   *
   * @param {true | ErrorBody} why
   */
  function lose(why) {
    post({ lost: why });
    losing = true;
    miss(why);
    losing = false;
  }

  /** @param {true | ErrorBody} why */
  function miss(why) {
    if (why === true) on.lost();
    else on.refused(why);
  }

  function part() {
    joined = up = false;
    stopBeating();
    for (const settle of asked.values()) settle();
  }

  /** Whom nobody answers is not in a queue but behind somebody who is dead. */
  function knock() {
    const id = mintId();
    const cancel = later(() => {
      asked.delete(id);
      hasty = true;
      on.dead();
    }, PROBE_WAIT);
    asked.set(id, () => {
      asked.delete(id);
      cancel();
    });
    post({ ask: { id, from: me, name: "" } });
  }

  function granted() {
    const was = joined;
    part();
    leading = true;
    post({ turn: true });
    if (was) on.dead();
    else socket.connect();
  }

  function taken() {
    disconnect();
    on.dead();
  }

  /** @param {Frame} frame */
  function receive({ to, turn, lost, join, ask, ack, answer, event }) {
    if (to && to !== me) return;
    if (leading) {
      if (join && up) post({ to: join, event: give() });
      if (ask) void obey(ask);
    } else if (turn) {
      const was = joined;
      part();
      if (was) on.dead();
    } else if (lost) {
      part();
      miss(lost);
    } else if (ack) {
      asked.get(ack)?.(answer);
    } else if (event?.type === "conversation.snapshot") {
      if (!joined) follow();
      on.fact(take(event));
    } else if (event && joined) on.fact(event);
  }

  /** @param {NonNullable<Frame["ask"]>} ask */
  async function obey({ id, from, name, payload }) {
    const answer = name ? await socket.command(name, payload).catch(() => null) : /** @type {Ack} */ ({ ok: true });
    post({ to: from, ack: id, answer });
  }

  function follow() {
    part();
    joined = true;
    on.connected();
    beat();
  }

  function beat() {
    stopBeating = later(() => {
      probe("").then(beat, () => joined && on.dead());
    }, BEAT_EVERY);
  }

  /** @type {VisitorSocket["command"]} */
  function command(name, payload, wait) {
    if (leading) return socket.command(name, payload, wait);
    return new Promise((resolve, reject) => {
      if (!joined) throw new Error("not connected");
      const id = mintId();
      const cancel = later(() => settle(), wait ?? ANSWER_WAIT);
      /** @param {Ack | null} [answer] */
      function settle(answer) {
        cancel();
        asked.delete(id);
        if (answer) resolve(answer);
        else reject(new Error("no answer"));
      }
      asked.set(id, settle);
      post({ ask: { id, from: me, name, payload } });
    });
  }

  /** @param {string} [name] */
  async function probe(name = PROBE) {
    try {
      return await command(name, {}, PROBE_WAIT);
    } catch (error) {
      hasty = joined;
      throw error;
    }
  }

  function disconnect() {
    part();
    leading = false;
    room?.leave(losing);
    room = null;
    socket.disconnect();
  }

  return {
    connect() {
      if (leading) {
        up = false;
        socket.disconnect();
        return socket.connect();
      }
      part();
      if (hasty) room?.leave();
      if (hasty || !room) room = enter(hasty, { granted, taken, receive });
      hasty = false;
      post({ join: me });
      knock();
    },
    disconnect,
    command,
    probe: () => probe(),
  };
}
