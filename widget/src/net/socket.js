import { Manager } from "socket.io-client";
import { FACTS } from "../core/facts.js";

/** @import { Socket } from "socket.io-client" */
/** @import { Ack, ErrorBody, WireEvent } from "../core/types.js" */

const ACK_TIMEOUT = 8_000;

/**
 * @typedef {object} VisitorSocket
 * @property {() => void} connect
 * @property {() => void} disconnect
 * @property {(name: string, payload?: object, wait?: number) => Promise<Ack>} command Rejects when
 *   no ack came.
 *
 * @typedef {object} SocketEvents
 * @property {() => void} connected
 * @property {() => void} lost
 * @property {(error: ErrorBody) => void} refused
 * @property {(event: WireEvent) => void} fact
 */

/**
 * The socket of one visitor. It never reconnects on its own: the connection's state machine does.
 *
 * @param {string} base
 * @param {() => { token: string, cursor?: string }} auth
 * @param {SocketEvents} on
 * @returns {VisitorSocket}
 */
export function createSocket(base, auth, on) {
  const { origin, pathname } = new URL(base);
  /** @type {Socket} */
  const socket = new Manager(origin, {
    path: `${pathname.replace(/\/$/, "")}/socket.io`,
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    autoConnect: false,
    reconnection: false,
    timeout: 8_000,
  }).socket("/visitor", { auth: (give) => give(auth()) });
  // Only what this side did not ask for is a loss.
  let wanted = false;
  socket.on("connect", on.connected);
  socket.on("disconnect", () => wanted && on.lost());
  socket.on("connect_error", (error) => {
    if (!wanted) return;
    const body = /** @type {{ data?: ErrorBody }} */ (error).data;
    if (typeof body?.code === "string") on.refused(body);
    else on.lost();
  });
  for (const type of FACTS) {
    socket.on(type, (payload) => on.fact({ ...payload, type }));
  }
  return {
    connect() {
      wanted = true;
      socket.connect();
    },
    disconnect() {
      wanted = false;
      socket.disconnect();
    },
    command: (name, payload, wait = ACK_TIMEOUT) =>
      // Not connected, socket.io would keep it and send it later, unasked.
      socket.connected
        ? socket.timeout(wait).emitWithAck(name, payload ?? {})
        : Promise.reject(new Error("not connected")),
  };
}
