/**
 * What was said before the newest messages: it comes as the visitor scrolls up to it, and nothing
 * that they look at moves.
 *
 * @import { State } from "../core/types.js"
 * @import { MoreContext } from "../more.js"
 */
import { setText } from "../ui/h.js";

/** So far from it that it is there before the visitor is. */
const AHEAD = "400px 0px 0px";
/** So many are drawn in a frame: all that came would hold the page up. */
const AT_ONCE = 9;

/** @param {MoreContext} context */
export function createOlder({ h, words, panel, store, ask, signal }) {
  const area = /** @type {HTMLElement} */ (panel.querySelector(".scroll"));
  const list = /** @type {HTMLElement} */ (panel.querySelector(".list"));
  const button = h("button", { hook: "older", class: "text-button quiet older", hidden: true, on: { click: fetchOlder } }, words.older);
  list.before(button);
  const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && fetchOlder(), { root: area, rootMargin: AHEAD });
  watcher.observe(button);
  signal.addEventListener("abort", () => watcher.disconnect());
  let asking = false;

  async function fetchOlder() {
    const { messages, conversation, more } = store.get();
    const [first] = messages;
    if (asking || !more || !first || !conversation) return;
    asking = true;
    setText(button, words.loading);
    const page = await ask(`messages?before_seq=${first.seq}&limit=25`);
    setText(button, page ? words.older : words.again);
    if (page && !signal.aborted) await bring(conversation.id, first.seq, page);
    asking = false;
    if (!page || signal.aborted) return;
    // Who has come to it meanwhile was not listened to.
    watcher.unobserve(button);
    watcher.observe(button);
  }

  /**
   * What is nearest to what is read comes first.
   *
   * @param {string} id Of the conversation.
   * @param {number} before What they were asked for goes before it.
   * @param {any} page What the platform answered.
   */
  async function bring(id, before, page) {
    // It goes when there is no more: whoever came to it by the keyboard is where they can read on.
    if (!page.has_more && button.matches(":focus")) area.focus({ preventScroll: true });
    let end = page.items.length;
    do {
      const start = Math.max(0, end - AT_ONCE);
      const messages = page.items.slice(start, end);
      const stay = hold();
      store.dispatch({
        ...page,
        type: "older.came",
        conversation_id: id,
        before_seq: before,
        messages,
        has_more: page.has_more || start > 0,
      });
      // After the drawing, which was asked for by what has just come, and before it is seen. The next
      // comes when that is over: where things are is asked of a page that knows it.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0, stay())));
      end = start;
      before = messages[0]?.seq;
    } while (end > 0 && !signal.aborted);
  }

  /** @returns {() => void} Puts what is in sight where it was, whatever has come above it. */
  function hold() {
    const edge = area.getBoundingClientRect().top;
    // What lies above it and is not drawn has a height that is guessed.
    const anchor = [...list.children].find((it) => it.getBoundingClientRect().bottom > edge)?.querySelector(".card");
    const top = anchor?.getBoundingClientRect().top ?? 0;
    const known = new Set(list.children);
    // Some browsers do it themselves, but none at the very top.
    area.style.overflowAnchor = "none";
    return () => {
      for (const message of /** @type {Iterable<HTMLElement>} */ (list.children)) {
        if (!known.has(message)) message.style.animation = "none";
      }
      area.scrollTop += (anchor?.getBoundingClientRect().top ?? 0) - top;
      area.style.overflowAnchor = "";
    };
  }

  return {
    /** @param {State} state */
    update({ more }) {
      button.hidden = !more;
    },
  };
}
