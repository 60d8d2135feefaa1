/**
 * What the visitor has begun to write outlives the page. There is one draft a browser, and it is
 * of one conversation: nobody else's field is ever filled with it.
 *
 * @import { Shelf } from "./net/storage.js"
 * @import { View } from "./ui/view.js"
 */

export const DRAFT = "draft";

/**
 * @param {Shelf} shelf
 * @param {() => string | undefined} place Which conversation it is of.
 */
export function createDrafts(shelf, place) {
  /** @param {string} text */
  function keep(text) {
    const id = place();
    if (id && text) shelf.set(DRAFT, `${id} ${text}`);
    else shelf.remove(DRAFT);
  }

  return {
    keep,
    /** What is written already goes before what was kept. @param {View} view */
    recall({ input, fill }) {
      const head = `${place()} `;
      const kept = shelf.get(DRAFT) ?? "";
      if (!input.value && kept.startsWith(head)) fill(kept.slice(head.length));
      keep(input.value);
    },
  };
}
