/**
 * Which way is gone: the one that the platform names, unless its sockets cannot be opened although
 * HTTP works, as behind a proxy that lets none through. Then it is polling, from there on.
 *
 * A platform that restarts refuses sockets, too, so a refusal says nothing by itself: HTTP is asked
 * first, and counts when a socket fails right after it has answered.
 *
 * @import { ErrorBody, Transport } from "./types.js"
 * @import { SocketEvents, VisitorSocket } from "../net/socket.js"
 */
import { TOKEN_CODES } from "./connection.js";

/** Of sockets, in a row, the last of them while HTTP works. */
export const REFUSALS = 3;

/**
 * @typedef {object} Keep Whether sockets were given up, for as long as the tab's session.
 * @property {() => boolean} get
 * @property {() => void} set
 *
 * @typedef {object} RoutePorts
 * @property {Record<Transport["kind"], VisitorSocket>} ways
 * @property {() => Transport["kind"]} told
 * @property {() => Promise<ErrorBody | null>} ask Whether HTTP works; null: it does.
 * @property {Keep} given
 *
 * @typedef {Pick<VisitorSocket, "disconnect" | "command"> & { connect: (tries: number) => void }} Route
 *   It is told how often it was tried since it was last connected, this time included.
 */

/**
 * @param {RoutePorts} ports
 * @param {SocketEvents} on
 * @returns {Route}
 */
export function createRoute({ ways, told, ask, given }, on) {
  let way = ways.poll;
  let wanted = 0;
  let gave = given.get();
  /** The try before which HTTP worked. */
  let worked = -1;

  /** @param {number} tries */
  async function connect(tries) {
    const mine = ++wanted;
    way = ways[told()];
    if (worked === tries - 1) {
      gave = true;
      given.set();
    }
    // It says nothing of a later try: the platform may be away by then, and sockets are not at fault.
    worked = -1;
    if (gave) way = ways.poll;
    else if (way !== ways.poll && tries >= REFUSALS) {
      const error = await ask();
      if (mine !== wanted) return;
      if (!error) worked = tries;
      // Without HTTP nothing is known of sockets; and a platform without these addresses has no other way.
      else if (error.retryable || TOKEN_CODES.has(error.code)) return on.refused(error);
    }
    way.connect();
  }

  return {
    connect: (tries) => void connect(tries),
    disconnect() {
      wanted += 1;
      way.disconnect();
    },
    command: (...it) => way.command(...it),
  };
}
