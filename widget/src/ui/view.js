/**
 * All of the panel, put together for one language.
 *
 * @import { Locale, State } from "../core/types.js"
 * @import { Item } from "../core/timeline.js"
 * @import { Actions, Context, Words } from "./context.js"
 */
import { createAnnouncer } from "./announcer.js";
import { createComposer } from "./composer.js";
import { createDialog } from "./dialog.js";
import { createH } from "./h.js";
import { createHeader } from "./header.js";
import { createList } from "./list.js";
import { createScroll } from "./scroll.js";
import { createStage } from "./stage.js";
import { createConnectionStrip, createNotice, createQueueStrip } from "./strips.js";
import { createWelcome } from "./welcome.js";

/**
 * @typedef {ReturnType<typeof createView>} View
 */

/**
 * @param {Locale} locale
 * @param {Words} words Of that locale.
 * @param {Actions} act
 * @param {AbortSignal} signal
 */
export function createView(locale, words, act, signal) {
  /** @type {Context} */
  const context = { h: createH(signal), words, locale, act, signal };
  const { h } = context;

  const header = createHeader(context);
  const connection = createConnectionStrip(context);
  const queue = createQueueStrip(context);
  const welcome = createWelcome(context);
  const list = createList(context);
  const stage = createStage(context);
  const notice = createNotice(context);
  const composer = createComposer(context);
  const announcer = createAnnouncer(context);
  const content = h("div", { class: "content" }, welcome.element, list.element, stage.element);
  const scroll = createScroll(context, content, list.element);
  const dialog = createDialog(context, [
    header.element,
    connection.element,
    queue.element,
    scroll.element,
    notice.element,
    composer.element,
    announcer.element,
  ]);
  dialog.element.lang = locale;
  // Let go anywhere in the panel: beside it the browser would leave the page for the file.
  for (const name of /** @type {const} */ (["dragover", "drop"])) dialog.element.addEventListener(name, composer.onFiles, { signal });
  /** What the page has put where the visitor writes. */
  let proposed = "";
  const parts = [header, connection, queue, welcome, stage, notice, composer];

  return {
    element: dialog.element,
    locale,
    input: composer.input,
    fill: composer.fill,
    clear: composer.clear,
    toEnd: scroll.toEnd,
    atEnd: scroll.atEnd,
    /** @param {Partial<Actions>} other @returns A list of what was said elsewhere, to be read only. */
    history: (other) => createList({ ...context, act: { ...act, ...other } }),
    /**
     * @param {State} state
     * @param {readonly Item[]} items
     * @returns {Item[]} What was finished since the last time.
     */
    update(state, items) {
      for (const part of parts) part.update(state);
      list.update(items);
      scroll.keep();
      return announcer.update(items, state);
    },
    /** @param {{ focus: boolean, draft?: string }} how */
    show({ focus, draft }) {
      const before = focused();
      dialog.show();
      const written = composer.input.value;
      // What the visitor has begun to write is theirs.
      composer.fill(draft !== undefined && [draft, proposed, ""].includes(written) ? (proposed = draft) : written);
      scroll.toEnd();
      if (!focus) before?.focus?.();
      // On a phone the field would bring the keyboard up over the first screen.
      else if (dialog.isPhone()) dialog.element.focus();
      else composer.input.focus();
    },
    hide: dialog.hide,
  };
}

/** @returns {HTMLElement | null} */
function focused() {
  return /** @type {HTMLElement | null} */ (document.activeElement);
}
