/**
 * The way to the visitor's other conversations, and to another one when this is over.
 *
 * @import { State } from "../core/types.js"
 * @import { MoreContext } from "../more.js"
 */
/**
 * @typedef {object} EarlierItem A conversation of this visitor's.
 * @property {string} id
 * @property {string} status
 * @property {string | null} question Its first words.
 * @property {string} updated_at
 * @property {number | null} score
 * @property {boolean} is_current
 *
 * @typedef {{ items: EarlierItem[], next: string | null }} EarlierPage
 */

/** @param {MoreContext} context */
export function createWayBack(context) {
  const { h, words, panel, store, load, ask, renew, signal } = context;
  const open = h("button", { hook: "earlier-open", class: "text-button quiet older", hidden: true, on: { click: onOpen } }, words.earlier);
  const place = h("div", { class: "way-back" }, open);
  panel.querySelector(".list")?.before(place);
  const again = h("button", { hook: "again", class: "choice again", hidden: true, on: { click: onAgain } }, words.fresh);
  panel.querySelector(".content")?.append(again);
  // Nobody is asked before the visitor has come to the beginning.
  const watcher = new IntersectionObserver(([entry]) => {
    seen = entry?.isIntersecting ?? false;
    void look(store.get());
  });
  watcher.observe(place);
  signal.addEventListener("abort", () => watcher.disconnect());
  let seen = false;
  /** Of which conversation it is known what else there is. @type {string | undefined} */
  let known;
  /** @type {EarlierPage | null} */
  let page = null;
  let shut = () => {};

  /** @param {State} state */
  async function look({ conversation, more, synced }) {
    if (!seen || more || !synced || known === conversation?.id) return;
    const of = (known = conversation?.id);
    const came = await ask("conversations?limit=20");
    // Meanwhile it may be somebody else who sits here.
    if (of !== known) return;
    page = came;
    open.hidden = !page?.items.some((item) => !item.is_current);
  }

  async function onOpen() {
    if (!page) return;
    try {
      const createEarlier = await load("earlier");
      shut();
      if (page && !signal.aborted) shut = createEarlier(context, page, open);
    } catch {
      store.dispatch({ type: "notice.shown", notice: { code: "no_answer" } });
    }
  }

  async function onAgain() {
    again.disabled = true;
    const session = await ask("conversations", {});
    again.disabled = false;
    if (!session || signal.aborted) return;
    renew(session);
    /** @type {HTMLElement | null} */ (panel.querySelector('[data-otvet="composer"]'))?.focus();
  }

  return {
    /** @param {State} state */
    update(state) {
      if (known && known !== state.conversation?.id) {
        known = undefined;
        page = null;
        open.hidden = true;
        shut();
      }
      again.hidden = state.conversation?.status !== "closed";
      void look(state);
    },
  };
}
