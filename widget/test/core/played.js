/** Whoever a socket tells what happens, and a clock, both played. */

/** @import { SocketEvents } from "../../src/net/socket.js" */
/** @import { SnapshotEvent } from "../../src/core/types.js" */

export const settle = () => new Promise((resolve) => setImmediate(resolve));

/** What is known on this side. */
export const KNOWN = /** @type {SnapshotEvent} */ (/** @type {unknown} */ ({ type: "conversation.snapshot", known: true }));

/** @param {(what: string) => void} [then] */
export function listener(then = () => {}) {
  /** @type {string[]} */
  const log = [];
  /** @type {any[]} */
  const facts = [];
  const say = (/** @type {string} */ what) => (log.push(what), then(what));
  /** @type {SocketEvents} */
  const on = {
    connected: () => say("connected"),
    lost: () => say("lost"),
    refused: ({ code }) => say(`refused ${code}`),
    fact(event) {
      facts.push(event);
      say(event.type);
    },
  };
  return { on, facts, /** What happened since it was last asked. */ news: () => log.splice(0) };
}

export class Clock {
  now = 0;
  /** @type {{ at: number, run: () => void }[]} */ timers = [];

  /** @type {(run: () => void, ms: number) => () => void} */
  later = (run, ms) => {
    const timer = { at: this.now + ms, run };
    this.timers.push(timer);
    return () => void (this.timers = this.timers.filter((each) => each !== timer));
  };

  /** @param {number} ms */
  async pass(ms) {
    this.now += ms;
    const due = this.timers.filter(({ at }) => at <= this.now);
    this.timers = this.timers.filter(({ at }) => at > this.now);
    for (const { run } of due) run();
    await settle();
  }
}
