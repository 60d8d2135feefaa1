/**
 * The connection as a state machine: what is, what happened → what is now, what to do.
 *
 *   idle → session → connecting → syncing → online
 *            ↑  ↖________↓___________↓________↓   lost
 *            └────────────── waiting ─────────┘
 *   refused: the platform said no and asking again would not help; `open` tries once more.
 *
 * Pure: timers, sockets and requests belong to whoever carries the commands out.
 */
import { backoff } from "./backoff.js";

/** @import { ErrorBody, Link, Phase } from "./types.js" */

/**
 * @typedef {object} Connection
 * @property {Phase} phase
 * @property {number} attempt Failures since it was last online.
 * @property {number} renewals Tokens that were refused since then.
 * @property {boolean} hasSession
 * @property {boolean} lost
 * @property {string | null} code
 * @property {string | null} message
 *
 * @typedef {{ type: "socket.refused", error: ErrorBody }
 *   | { type: "snapshot" | "socket.lost" | "socket.dead" }} SocketEvent
 * @typedef {SocketEvent | { type: "open" | "close" | "wake" | "session.ready" | "socket.connected" }
 *   | { type: "timer", stale: boolean }
 *   | { type: "session.refused", error: ErrorBody }} ConnectionEvent
 *
 * @typedef {{ do: "askSession" | "dropToken" | "connect" | "disconnect" | "cancelTimer"
 *   | "probe" | "resume" | "pause" } | { do: "setTimer", ms: number }} Command
 *
 * @typedef {[Connection, Command[]]} Step
 */

/** A socket that has brought no snapshot by then, from when it was asked for, is taken for dead. */
export const SNAPSHOT_DEADLINE = 15_000;

/** Fresh sessions asked for at once; more in a row mean that something is wrong, and wait. */
const QUICK_RENEWALS = 2;

export const TOKEN_CODES = new Set([
  "token_missing",
  "token_invalid",
  "token_expired",
  "session_revoked",
  "conversation_not_found",
]);

/** @returns {Connection} */
export function initialConnection() {
  return {
    phase: "idle",
    attempt: 0,
    renewals: 0,
    hasSession: false,
    lost: false,
    code: null,
    message: null,
  };
}

/**
 * @param {Connection} now
 * @param {ConnectionEvent} event
 * @param {() => number} [random]
 * @returns {Step}
 */
export function step(now, event, random = Math.random) {
  switch (event.type) {
    case "open":
      return now.phase === "idle" || now.phase === "refused" ? askSession(now) : stay(now);
    case "close":
      // The session too: whoever opens it again may be somebody else.
      return [initialConnection(), [{ do: "cancelTimer" }, { do: "pause" }, { do: "disconnect" }]];
    case "session.ready":
      return now.phase === "session" ? connect({ ...now, hasSession: true }) : stay(now);
    case "session.refused":
      return now.phase === "session" ? refuse(now, event.error, random) : stay(now);
    case "socket.connected":
      return now.phase === "connecting" ? [{ ...now, phase: "syncing" }, []] : stay(now);
    case "timer":
      if (now.phase === "waiting") return tryAgain(now, event.stale);
      return isJoining(now) ? wait(now, random) : stay(now);
    case "wake":
      // What slept may have lost its socket without being told.
      if (now.phase === "online") return [now, [{ do: "probe" }]];
      return now.phase === "waiting" ? tryAgain(now, false) : stay(now);
    default:
      return isJoining(now) || now.phase === "online" ? hear(now, event, random) : stay(now);
  }
}

/**
 * Of a socket that is wanted.
 *
 * @param {Connection} now
 * @param {SocketEvent} event
 * @param {() => number} random
 * @returns {Step}
 */
function hear(now, event, random) {
  switch (event.type) {
    case "snapshot":
      return goOnline(now);
    case "socket.refused":
      return refuse(now, event.error, random);
    case "socket.lost":
      return wait(now, random);
    case "socket.dead":
      // Found out, not told: nothing says that the platform is in trouble, so there is no wait.
      return connect(now, [{ do: "pause" }]);
  }
}

/**
 * @param {Connection} now
 * @returns {Link} What of it concerns the visitor.
 */
export function toLink({ phase, lost, code, message }) {
  return { phase, lost, code, message };
}

/**
 * @param {Connection} now
 * @returns {Step}
 */
function stay(now) {
  return [now, []];
}

/** @param {Connection} now */
function isJoining({ phase }) {
  return phase === "connecting" || phase === "syncing";
}

/**
 * @param {Connection} now
 * @param {Command[]} before
 * @returns {Step}
 */
function askSession(now, before = []) {
  return [{ ...now, phase: "session", code: null, message: null }, [...before, { do: "askSession" }]];
}

/**
 * @param {Connection} now
 * @param {Command[]} before
 * @returns {Step}
 */
function connect(now, before = []) {
  return [
    { ...now, phase: "connecting" },
    [...before, { do: "setTimer", ms: SNAPSHOT_DEADLINE }, { do: "connect" }],
  ];
}

/**
 * @param {Connection} now
 * @returns {Step}
 */
function goOnline(now) {
  return [
    { ...now, phase: "online", attempt: 0, renewals: 0, lost: false },
    [{ do: "cancelTimer" }, { do: "resume" }],
  ];
}

/**
 * @param {Connection} now
 * @param {boolean} stale The token is about to expire: better ask for a new one with it.
 * @returns {Step}
 */
function tryAgain(now, stale) {
  return now.hasSession && !stale ? connect(now) : askSession(now);
}

/**
 * @param {Connection} now
 * @param {() => number} random
 * @param {number} [floor]
 * @returns {Step}
 */
function wait(now, random, floor = 0) {
  return [
    { ...now, phase: "waiting", attempt: now.attempt + 1, lost: true },
    [
      { do: "pause" },
      { do: "disconnect" },
      { do: "setTimer", ms: backoff(now.attempt, { floor, random }) },
    ],
  ];
}

/**
 * @param {Connection} now
 * @param {ErrorBody} error
 * @param {() => number} random
 * @returns {Step}
 */
function refuse(now, error, random) {
  if (TOKEN_CODES.has(error.code)) return renew(now, random);
  if (error.retryable) return wait(now, random, (error.retry_after ?? 0) * 1_000);
  const { code, message } = error;
  return [
    { ...now, phase: "refused", lost: false, code, message },
    [{ do: "cancelTimer" }, { do: "pause" }, { do: "disconnect" }],
  ];
}

/**
 * The token is no good (any more): a new one is asked for without it.
 *
 * @param {Connection} now
 * @param {() => number} random
 * @returns {Step}
 */
function renew(now, random) {
  const anew = { ...now, renewals: now.renewals + 1, hasSession: false };
  /** @type {Command[]} */
  const dropped = [{ do: "pause" }, { do: "disconnect" }, { do: "dropToken" }];
  if (now.renewals < QUICK_RENEWALS) return askSession(anew, dropped);
  const [waiting, commands] = wait(anew, random);
  return [waiting, [{ do: "dropToken" }, ...commands]];
}
