/**
 * Which way commands and facts go: by Socket.IO, unless the platform says otherwise or its sockets
 * cannot be opened. The other ways are a part of their own (`detour.js`), which few visitors need.
 *
 * @import { DetourFactory, DetourPorts } from "./detour.js"
 * @import { Route } from "../core/detour.js"
 * @import { SocketEvents, VisitorSocket } from "./socket.js"
 */
import { isMarked } from "./mark.js";
import { createSocket } from "./socket.js";

/** Tries in a row that may fail before it is looked into. */
const PATIENCE = 2;

/**
 * @param {Omit<DetourPorts, "socket">} ports
 * @param {() => Promise<DetourFactory>} bring
 * @param {SocketEvents} on
 * @returns {VisitorSocket}
 */
export function createCarrier(ports, bring, on) {
  let tries = 0;
  let wanted = 0;
  const heard = {
    ...on,
    connected() {
      tries = 0;
      on.connected();
    },
  };
  const socket = createSocket(ports.base, ports.auth, heard);
  /** @type {Route} */
  let way = socket;

  async function connect() {
    const mine = ++wanted;
    tries += 1;
    if (way === socket && (tries > PATIENCE || ports.told().kind !== "socket" || isMarked(ports.name))) {
      // Where it does not come sockets are all there is.
      way = await bring().then((create) => create({ ...ports, socket }, heard), () => socket);
    }
    if (mine === wanted) way.connect(tries);
  }

  return {
    connect: () => void connect(),
    disconnect() {
      wanted += 1;
      way.disconnect();
    },
    command: (...it) => way.command(...it),
  };
}
