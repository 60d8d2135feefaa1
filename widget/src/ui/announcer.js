/**
 * Reads finished messages out, each once. Deltas and history are never heard.
 *
 * @import { State } from "../core/types.js"
 * @import { Item } from "../core/timeline.js"
 * @import { Context } from "./context.js"
 */
import { plainText } from "../core/plain.js";
import { systemSentence } from "./sentences.js";

const KEPT = 4;

/** @param {Context} context */
export function createAnnouncer({ h, words }) {
  const element = h("div", { class: "sr", "aria-live": "polite", "aria-relevant": "additions" });
  /** @type {Set<string>} */
  let heard = new Set();
  /** @type {string | null} Of which conversation. */
  let of = null;

  /** @param {Item} item */
  function sentence(item) {
    if (item.sender === "system") return systemSentence(words, item);
    const who = item.name ?? (item.sender === "agent" ? words.$agent : words.$operator);
    return `${who}: ${plainText(item.text)}`;
  }

  return {
    element,
    /**
     * @param {readonly Item[]} items
     * @param {State} state Before the first snapshot of a conversation nothing is known to be new.
     * @returns {Item[]} What is new and finished, and not the visitor's own.
     */
    update(items, { synced, conversation }) {
      if (!synced || !conversation) return [];
      const done = items.filter((item) => item.state === "done");
      if (of !== conversation.id) heard = new Set(done.map((item) => item.id));
      of = conversation.id;
      // What comes before all that was heard is history: the visitor has scrolled up to it.
      const from = done.findIndex((item) => heard.has(item.id)) + 1;
      const fresh = done.slice(from).filter((item) => !heard.has(item.id));
      for (const item of fresh) {
        heard.add(item.id);
        element.append(h("p", null, sentence(item)));
        while (element.childElementCount > KEPT) element.firstElementChild?.remove();
      }
      return fresh;
    },
  };
}
