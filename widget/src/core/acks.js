/** @import { Ack } from "./types.js" */
/** @import { SocketEvents } from "../net/socket.js" */
import { TOKEN_CODES } from "./connection.js";

/**
 * A token that is refused is a matter of the connection: what was sent has no answer, and goes again
 * with the next one.
 *
 * @param {Ack} ack
 * @param {SocketEvents} on
 * @returns {Ack}
 * @throws {Error} It is such a refusal.
 */
export function heed(ack, on) {
  if (ack.ok || !TOKEN_CODES.has(ack.error.code)) return ack;
  on.refused(ack.error);
  throw new Error(ack.error.code);
}
