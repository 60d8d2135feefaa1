/**
 * What the visitor asks for beside sending: that the answer stops, that a person comes.
 *
 * @import { Ack } from "./core/types.js"
 * @import { Store } from "./core/store.js"
 */

/**
 * @param {Store} store
 * @param {(name: string) => Promise<Ack>} send Rejects when no ack came.
 */
export function createAsking(store, send) {
  let wanted = false;

  async function callHuman() {
    const answered = await ask("handoff.request", "human.asked", "human.refused");
    if (answered) wanted = false;
  }

  /**
   * @param {string} name
   * @param {"human.asked" | "stop.asked"} asked
   * @param {"human.refused" | "stop.refused"} refused
   * @returns {Promise<boolean>} An answer came, whatever it was.
   */
  async function ask(name, asked, refused) {
    store.dispatch({ type: asked });
    const ack = await send(name).catch(() => null);
    if (ack?.ok) return true;
    if (ack === null && asked === "human.asked") return false;
    store.dispatch({ type: refused });
    if (ack) store.dispatch({ type: "notice.shown", notice: ack.error });
    return true;
  }

  return {
    stop: () => void ask("generation.stop", "stop.asked", "stop.refused"),
    callHuman() {
      if (store.get().calling) return;
      wanted = true;
      if (store.get().link.phase === "online") void callHuman();
      else store.dispatch({ type: "human.asked" });
    },
    /** The connection is there again. */
    resume() {
      if (wanted) void callHuman();
    },
    /** Whoever asked has gone. */
    forget: () => void (wanted = false),
  };
}
