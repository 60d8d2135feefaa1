/**
 * The ways to the platform beside Socket.IO. A part of its own: it comes where the platform says so,
 * or where sockets could not be opened.
 *
 * @import { SnapshotEvent, Transport } from "../core/types.js"
 * @import { Line, LineEvents } from "../core/frames.js"
 * @import { Route } from "../core/detour.js"
 * @import { SocketEvents, VisitorSocket } from "./socket.js"
 */
import { createRoute } from "../core/detour.js";
import { createFrames } from "../core/frames.js";
import { createPolling } from "../core/polling.js";
import { call, TIMEOUT } from "./http.js";
import { isMarked, mark } from "./mark.js";

/**
 * @typedef {object} DetourPorts
 * @property {string} base
 * @property {string} name Under which the tab's session keeps that sockets were given up.
 * @property {() => { token: string, cursor?: string }} auth
 * @property {() => SnapshotEvent} give What is known here already.
 * @property {() => Transport} told What the platform says.
 * @property {(run: () => void, ms: number) => () => void} later Returns its undo.
 * @property {VisitorSocket} socket By Socket.IO.
 *
 * @typedef {(ports: DetourPorts, on: SocketEvents) => Route} DetourFactory
 */

/** @type {DetourFactory} */
export function createDetour({ base, name, auth, give, told, later, socket }, on) {
  const visitor = `${base}/api/v1/visitor`;

  /** @param {string | undefined} cursor @param {number} held */
  function read(cursor, held) {
    const ending = new AbortController();
    const stop = () => ending.abort();
    const query = new URLSearchParams({ wait: String(held), ...(cursor && { cursor }) });
    const undo = later(stop, held * 1_000 + TIMEOUT);
    const answer = call(`${visitor}/events?${query}`, auth().token, undefined, ending.signal);
    return { answer: answer.finally(whileOnline(stop)).finally(undo), stop };
  }

  const visible = () => document.visibilityState === "visible";

  return createRoute(
    {
      ways: {
        socket,
        websocket: createFrames({ dial: (heard) => dial(told(), heard), auth, give, visible, later }, on),
        poll: createPolling(
          {
            read,
            write: (event, data, ms) =>
              call(`${visitor}/commands`, auth().token, { event, data }, AbortSignal.timeout(ms)),
            auth,
            give,
            now: Date.now, // which goes on while the device sleeps
            later,
          },
          on,
        ),
      },
      told: () => told().kind,
      async ask() {
        const answer = await read(auth().cursor, 0).answer;
        return "error" in answer ? answer.error : null;
      },
      given: { get: () => isMarked(name), set: () => mark(name) },
    },
    on,
  );
}

/**
 * @param {Transport} transport
 * @param {LineEvents} on
 * @returns {Line}
 */
function dial(transport, { opened, said, closed }) {
  const socket = new WebSocket("url" in transport ? transport.url : "");
  const undo = whileOnline(closed);
  socket.onopen = opened;
  socket.onmessage = ({ data }) => said(data);
  // Of what the page's policy forbids Chromium tells by an error alone.
  socket.onclose = socket.onerror = closed;
  return {
    send: (frame) => socket.send(JSON.stringify(frame)),
    close() {
      undo();
      socket.onopen = socket.onmessage = socket.onclose = socket.onerror = null;
      socket.close();
    },
  };
}

/**
 * A network that has gone says nothing to whoever waits for an answer.
 *
 * @param {() => void} stop
 * @returns {() => void} Its undo.
 */
function whileOnline(stop) {
  addEventListener("offline", stop);
  return () => removeEventListener("offline", stop);
}
