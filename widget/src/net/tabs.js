/**
 * The lock and the channel of the tabs of one conversation. Where a browser has or lets have either
 * not, every tab is alone, and leads.
 *
 * @import { Room, RoomEvents } from "../core/leading.js"
 */

/** A tab that was put to sleep in its turn is waited for no longer, ms. */
const TURN_WAIT = 5_000;
/** Between processes what is said or stored has no order with what is locked: it is known by then, ms. */
const HEARD = 300;

/**
 * @param {string} name Of the conversation, among all that this origin may lock.
 * @param {boolean} steal From a tab that does not answer.
 * @param {RoomEvents} on
 * @returns {Room}
 */
export function enterRoom(name, steal, on) {
  const queued = new AbortController();
  /** @type {BroadcastChannel | undefined} */
  let channel;
  let left = false;
  /** @type {(() => void) | undefined} */
  let release;

  function hold() {
    if (left) return;
    on.granted();
    return new Promise((resolve) => (release = () => resolve(null)));
  }

  async function queue() {
    try {
      channel = openChannel(name, on.receive);
      await navigator.locks.request(name, steal ? { steal } : { signal: queued.signal }, hold);
    } catch {
      if (left) return;
      if (release) return on.taken();
      channel?.close();
      channel = undefined;
      // In a microtask, like everything after an `await`; where there are no locks it was none yet.
      await null;
      void hold();
    }
  }

  void queue();
  return {
    post: (frame) => channel?.postMessage(frame),
    leave(heard) {
      left = true;
      queued.abort();
      if (heard) setTimeout(() => release?.(), HEARD);
      else release?.();
      channel?.close();
    },
  };
}

/**
 * What the tabs of this origin do one after another, each knowing what the one before has stored; where there are no locks, or it is some tab's turn for
 * too long, at once.
 *
 * @param {string} name
 * @param {() => Promise<void>} run
 */
export async function inTurn(name, run) {
  let ours = false;
  try {
    await navigator.locks.request(name, { signal: AbortSignal.timeout(TURN_WAIT) }, () => {
      ours = true;
      return run().then(() => new Promise((resolve) => setTimeout(resolve, HEARD)));
    });
  } catch (error) {
    if (ours) throw error;
    await run();
  }
}

/**
 * @param {string} name
 * @param {(data: any) => void} receive What another tab says.
 */
export function openChannel(name, receive) {
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => receive(data);
  return channel;
}
