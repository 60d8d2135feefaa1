/**
 * The messages, drawn by key: what has not changed is not touched.
 *
 * @import { Item } from "../core/timeline.js"
 * @import { Context } from "./context.js"
 */
import { createBubble } from "./bubble.js";

/** @param {Context} context */
export function createList(context) {
  const element = context.h("ol", { class: "list" });
  /** @type {Map<string, ReturnType<typeof createBubble>>} */
  let bubbles = new Map();
  return {
    element,
    /** @param {readonly Item[]} items */
    update(items) {
      /** @type {typeof bubbles} */
      const next = new Map();
      /** @type {Element | null} */
      let after = element.firstElementChild;
      for (const item of items) {
        const bubble = bubbles.get(item.key) ?? createBubble(context, item);
        bubble.update(item);
        next.set(item.key, bubble);
        if (bubble.element === after) after = after.nextElementSibling;
        else element.insertBefore(bubble.element, after);
      }
      for (const [key, bubble] of bubbles) if (!next.has(key)) bubble.element.remove();
      bubbles = next;
    },
  };
}
