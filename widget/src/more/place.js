/**
 * Whoever waits for a person sees their place move: it is asked anew now and then, for nobody is told
 * when others are taken.
 *
 * @import { State } from "../core/types.js"
 * @import { MoreContext } from "../more.js"
 */

const AGAIN = 20_000;

/** @param {MoreContext} context */
export function createPlace({ store, ask, signal }) {
  /** @type {ReturnType<typeof setTimeout> | null} */
  let timer = null;
  signal.addEventListener("abort", stop);

  function stop() {
    if (timer) clearTimeout(timer);
    timer = null;
  }

  async function look() {
    const mine = timer;
    const told = document.hidden ? null : await ask("conversation");
    if (told?.status === "waiting") {
      const { position, eta_seconds } = told;
      store.dispatch({ type: "place.told", conversation_id: told.id, position, eta_seconds });
    }
    // Who waits no longer has stopped it; and may wait again, with a timer of that time.
    if (timer === mine) timer = setTimeout(look, AGAIN);
  }

  return {
    /** @param {State} state */
    update({ conversation }) {
      if (conversation?.status !== "waiting") stop();
      else timer ??= setTimeout(look, AGAIN);
    },
  };
}
