/**
 * What the visitor tells beside sending: that the answer is to stop, that a person is to come, that
 * they are writing to one.
 *
 * @import { Ack } from "./core/types.js"
 * @import { Store } from "./core/store.js"
 */

const TYPING_EVERY = 3_000;

/**
 * @param {Store} store
 * @param {(name: string) => Promise<Ack>} send Rejects when no ack came.
 */
export function createAsking(store, send) {
  let wanted = false;
  let typed = 0;

  async function callHuman() {
    const answered = await ask("handoff.request", "human.asked", "human.refused");
    if (answered) wanted = false;
  }

  /**
   * @param {string} name
   * @param {"human.asked" | "stop.asked"} asked
   * @param {"human.refused" | "stop.refused"} refused
   * @returns {Promise<boolean>} It is decided, whatever the answer was.
   */
  async function ask(name, asked, refused) {
    store.dispatch({ type: asked });
    const ack = await send(name).catch(() => null);
    if (ack?.ok) return true;
    const online = store.get().link.phase === "online";
    // It is asked again when the connection is there again.
    if (!ack && !online && asked === "human.asked") return false;
    store.dispatch({ type: refused });
    if (ack || online) store.dispatch({ type: "notice.shown", notice: ack?.error ?? { code: "no_answer" } });
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
    type() {
      // Only a person cares whether the other side is typing.
      if (store.get().conversation?.status !== "operator" || Date.now() - typed < TYPING_EVERY) return;
      typed = Date.now();
      send("typing.start").catch(() => {});
    },
    /** The connection is there again. */
    resume() {
      if (wanted) void callHuman();
    },
    /** Whoever asked has gone. */
    forget: () => void (wanted = false),
  };
}
