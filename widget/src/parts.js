/**
 * The rarer parts of the panel, each brought when it is first wanted.
 *
 * @import { Away } from "./away.js"
 * @import { Files } from "./files.js"
 * @import { Load } from "./boot/load.js"
 * @import { Sessions } from "./boot/session.js"
 * @import { Store } from "./core/store.js"
 * @import { Locale } from "./core/types.js"
 */
import { mintId } from "./net/ids.js";

/**
 * @typedef {object} PartsPorts
 * @property {string} base
 * @property {ShadowRoot} root
 * @property {Load} load
 * @property {Sessions} sessions
 * @property {Store} store
 * @property {() => string | null} token
 * @property {() => void} reset
 */

/**
 * Of one view, in its language.
 *
 * @param {PartsPorts} ports
 * @param {Locale} locale
 * @param {AbortSignal} signal
 */
export function createParts({ base, root, load, sessions, store, token, reset }, locale, signal) {
  /** @type {Promise<Files> | null} */
  let files = null;
  return {
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
}
