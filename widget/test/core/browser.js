/** Tabs of one browser, played: a lock with its queue, a channel and a clock. */
import assert from "node:assert/strict";
import { createLeading } from "../../src/core/leading.js";

/** @import { Frame, RoomEvents } from "../../src/core/leading.js" */
/** @import { Ack, WireEvent } from "../../src/core/types.js" */
/** @import { SocketEvents } from "../../src/net/socket.js" */

/** How long a lock is kept for what was said last, and the time that a slow browser takes to say it. */
export const [HEARD, LATE] = [300, 100];

export const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A browser: one lock with its queue, one channel, a clock; and the tabs in it. */
export class Browser {
  /** @type {Tab[]} */ tabs = [];
  /** @type {{ on: RoomEvents }[]} */ queue = [];
  /** @type {{ at: number, run: () => void }[]} */ timers = [];
  now = 0;
  ids = 0;
  /** What is said comes later than what is locked. */
  slow = false;

  tab() {
    const tab = new Tab(this);
    this.tabs.push(tab);
    return tab;
  }

  /** @param {Tab} tab @param {boolean} steal @param {RoomEvents} on */
  enter(tab, steal, on) {
    const place = { on };
    tab.hears = (frame) => on.receive(frame);
    tab.stolen = steal;
    const [holder] = this.queue;
    if (steal && holder) {
      this.queue[0] = place;
      queueMicrotask(() => {
        on.granted();
        holder.on.taken();
      });
    } else if (this.queue.push(place) === 1) queueMicrotask(on.granted);
    return {
      post: (/** @type {Frame} */ frame) => {
        const say = () => {
          for (const other of this.tabs) if (other !== tab && !other.frozen) other.hears(structuredClone(frame));
        };
        if (this.slow) this.timers.push({ at: this.now + LATE, run: say });
        else say();
      },
      leave: (/** @type {boolean | undefined} */ heard) => {
        tab.hears = () => {};
        const held = this.queue[0] === place;
        const release = () => {
          this.queue = this.queue.filter((each) => each !== place);
          if (held && this.queue[0]) queueMicrotask(this.queue[0].on.granted);
        };
        if (held && heard) this.timers.push({ at: this.now + HEARD, run: release });
        else release();
      },
    };
  }

  /** @param {number} ms */
  async pass(ms) {
    await settle();
    this.now += ms;
    const due = this.timers.filter(({ at }) => at <= this.now);
    this.timers = this.timers.filter(({ at }) => at > this.now);
    for (const { run } of due) run();
    await settle();
  }
}

class Tab {
  /** @type {string[]} */ log = [];
  /** @type {(frame: Frame) => void} */ hears = () => {};
  frozen = false;
  stolen = false;
  real = { open: false, made: 0, sent: /** @type {[string, object | undefined, number | undefined][]} */ ([]) };
  /** @type {() => Promise<Ack>} */ platform = async () => ({ ok: true });

  /** @param {Browser} browser */
  constructor(browser) {
    this.socket = createLeading(
      {
        own: (on) => {
          this.on = on;
          return {
            connect: () => void ((this.real.open = true), (this.real.made += 1)),
            disconnect: () => void (this.real.open = false),
            command: (name, payload, wait) => {
              this.real.sent.push([name, payload, wait]);
              return this.platform();
            },
          };
        },
        enter: (steal, on) => browser.enter(this, steal, on),
        give: () => /** @type {any} */ ({ type: "conversation.snapshot" }),
        take: (event) => ({ ...event, type: /** @type {any} */ ("taken") }),
        mintId: () => `i${(browser.ids += 1)}`,
        later(run, ms) {
          const timer = { at: browser.now + ms, run };
          browser.timers.push(timer);
          return () => void (browser.timers = browser.timers.filter((each) => each !== timer));
        },
      },
      {
        connected: () => this.log.push("connected"),
        lost: () => {
          this.log.push("lost");
          this.socket.disconnect();
        },
        refused: ({ code, retryable }) => {
          this.log.push(code);
          if (retryable) this.socket.disconnect();
        },
        fact: ({ type }) => this.log.push(type),
        dead: () => {
          this.log.push("dead");
          this.socket.connect();
        },
      },
    );
  }

  /** The platform says. @param {string} type */
  hear(type) {
    /** @type {SocketEvents} */ (this.on).fact(/** @type {WireEvent} */ (/** @type {unknown} */ ({ type })));
  }

  /** @returns {string[]} What happened since it was last asked. */
  news() {
    return this.log.splice(0);
  }
}

/** Two tabs, the first of which leads. */
export async function pair() {
  const browser = new Browser();
  const [first, second] = [browser.tab(), browser.tab()];
  first.socket.connect();
  await settle();
  first.hear("conversation.snapshot");
  second.socket.connect();
  await settle();
  assert.deepEqual(second.news(), ["connected", "taken"]);
  assert.deepEqual(first.news(), ["conversation.snapshot"]);
  return { browser, first, second };
}
