/** A line to the platform that can go dead without anybody being told. */
import { connect, createServer } from "node:net";

/** @import { Platform } from "./platform.js" */

/** @param {Platform} platform */
export async function relay(platform) {
  /** @type {Set<import("node:net").Socket>} */
  const sockets = new Set();
  /** @type {WeakSet<import("node:net").Socket>} */
  const dead = new WeakSet();
  let deaf = false;
  let unanswered = 0;
  const server = createServer((near) => {
    const far = connect(platform.port, "127.0.0.1");
    for (const [from, to] of /** @type {const} */ ([[near, far], [far, near]])) {
      sockets.add(from);
      from.on("data", (data) => {
        if (deaf && from === near && /^upgrade: websocket/im.test(String(data))) {
          unanswered += 1;
          dead.add(near);
        }
        if (!dead.has(from)) to.write(data);
      });
      from.on("error", () => to.destroy());
      from.on("close", () => to.destroy());
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    base: `http://127.0.0.1:${port}`,
    /** What is connected stays so, and nothing passes; what connects from now on works. */
    kill() {
      for (const socket of sockets) dead.add(socket);
    },
    /** No websocket's request is answered any more. */
    deafen() {
      deaf = true;
    },
    get unanswered() {
      return unanswered;
    },
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
