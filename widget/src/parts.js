/**
 * The rarer parts of the panel, each brought when it is first wanted.
 *
 * @import { Away } from "./away.js"
 * @import { Files } from "./files.js"
 * @import { Load } from "./boot/load.js"
 * @import { Sessions } from "./net/session.js"
 * @import { Store } from "./core/store.js"
 * @import { Ack, Locale } from "./core/types.js"
 * @import { Item } from "./core/timeline.js"
 * @import { Key } from "./net/link.js"
 * @import { More } from "./more.js"
 * @import { Shelf } from "./net/storage.js"
 * @import { View } from "./ui/view.js"
 */
import { timeline } from "./core/timeline.js";
import { mintId } from "./net/ids.js";

/** After which end of the conversation it was asked how it went, and not wanted. */
export const ASKED = "asked";
const AGAIN = 30_000;

/**
 * @typedef {object} PartsPorts
 * @property {string} base
 * @property {ShadowRoot} root
 * @property {Load} load
 * @property {Sessions} sessions
 * @property {Store} store
 * @property {Shelf} shelf
 * @property {(run: () => void, ms: number) => void} later Unless the widget has ended.
 * @property {(name: string, payload?: object) => Promise<Ack>} command
 * @property {() => string | null} token
 * @property {() => boolean} known The site has vouched for the visitor.
 * @property {(key: Key) => void} renew
 * @property {() => void} reset
 */

/**
 * Of one view, in its language.
 *
 * @param {PartsPorts} ports
 * @param {Locale} locale
 * @param {AbortSignal} signal
 */
export function createParts(ports, locale, signal) {
  const { base, root, load, sessions, store, later, token, known, reset } = ports;
  /** @type {Promise<Files> | null} */
  let files = null;
  /** @type {Promise<More> | null} */
  let more = null;
  const it = {
    /**
     * @param {View} view
     * @param {readonly Item[]} fresh What was finished since the last time.
     * @param {boolean} attended
     */
    drawn(view, fresh, attended) {
      const state = store.get();
      // Somebody whom the site knows may have been here before.
      if (!more && !state.messages.some(({ sender }) => sender !== "visitor") && !(known() && state.synced)) return;
      if (!more) {
        more = load("more").then((createMore) =>
          createMore({ ...ports, files: it.files, panel: view.element, history: view.history, timeline, locale, signal }),
        );
        more.catch(() => later(() => (more = null), AGAIN));
      }
      more.then((part) => part.update(state, fresh, attended), () => {});
    },
    files() {
      files ??= load("files").then((createFiles) => createFiles({ root, base, token, locale, signal }));
      files.catch(() => (files = null)); // the next try loads it anew
      return files;
    },
    /** @param {HTMLElement} place @returns {Promise<Away | null>} */
    async offerAway(place) {
      const { settings } = store.get();
      if (!settings) return null;
      const { createAway } = await load("away");
      if (signal.aborted) return null; // nothing would end what it begins
      const leave = (/** @type {object} */ contact) => sessions.send("contact", token(), contact);
      return createAway({ place, root, locale, settings, mintId, leave, signal });
    },
    /** @param {HTMLElement} place */
    async offerErasure(place) {
      const { createErase } = await load("away");
      if (signal.aborted) return;
      const erase = () => sessions.send("erasure", token(), {});
      createErase({ place, locale, erase, done: reset, signal });
    },
  };
  return it;
}
