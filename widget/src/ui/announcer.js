/**
 * Reads finished messages out, each once. Deltas and history are never heard.
 *
 * @import { Item } from "../core/timeline.js"
 * @import { Context } from "./context.js"
 */
import { plainText } from "../core/plain.js";
import { systemSentence } from "./sentences.js";

const KEPT = 4;

/** @param {Context} context */
export function createAnnouncer({ h, words }) {
  const element = h("div", { class: "sr", "aria-live": "polite", "aria-relevant": "additions" });
  /** @type {Set<string> | null} */
  let heard = null;

  /** @param {Item} item */
  function sentence(item) {
    if (item.sender === "system") return systemSentence(words, item);
    const who = item.name ?? (item.sender === "agent" ? words.agent : words.operator);
    return `${who}: ${plainText(item.text)}`;
  }

  return {
    element,
    /**
     * @param {readonly Item[]} items
     * @param {boolean} synced Before the first snapshot nothing is known to be new.
     * @returns {Item[]} What is new and finished, and not the visitor's own.
     */
    update(items, synced) {
      if (!synced) return [];
      const done = items.filter((item) => item.state === "done");
      const known = heard ?? new Set(done.map((item) => item.id));
      const fresh = done.filter((item) => !known.has(item.id));
      heard = known;
      for (const item of fresh) {
        known.add(item.id);
        element.append(h("p", null, sentence(item)));
        while (element.childElementCount > KEPT) element.firstElementChild?.remove();
      }
      return fresh;
    },
  };
}
