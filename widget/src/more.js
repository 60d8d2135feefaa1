/**
 * What follows the first answer: ratings, the sound of what comes unseen, and what was said before.
 * A part of its own, for a visitor who only looks needs none of it: it comes with the first answer.
 *
 * @import { Ack, Locale, State } from "./core/types.js"
 * @import { Load } from "./boot/load.js"
 * @import { Item, timeline } from "./core/timeline.js"
 * @import { Key } from "./net/link.js"
 * @import { Store } from "./core/store.js"
 * @import { Shelf } from "./net/storage.js"
 * @import { Actions } from "./ui/context.js"
 * @import { H } from "./ui/h.js"
 * @import { View } from "./ui/view.js"
 */
import css from "./ui/more.css";
import { MORE_WORDS } from "./locales/more.js";
import { createWayBack } from "./more/earlier.js";
import { createOlder } from "./more/older.js";
import { createPlace } from "./more/place.js";
import { createScore } from "./more/score.js";
import { createSound } from "./more/sound.js";
import { createThumbs } from "./more/thumbs.js";
import { createH } from "./ui/h.js";

/**
 * @typedef {object} MorePorts
 * @property {ShadowRoot} root
 * @property {HTMLElement} panel
 * @property {string} base
 * @property {() => string | null} token
 * @property {(key: Key) => void} renew Goes on with the conversation of another token.
 * @property {Load} load
 * @property {Actions["files"]} files
 * @property {View["history"]} history A list of messages that are of another conversation.
 * @property {typeof timeline} timeline
 * @property {Locale} locale
 * @property {Store} store
 * @property {Shelf} shelf
 * @property {(name: string, payload: object) => Promise<Ack>} command Rejects when no ack came.
 * @property {AbortSignal} signal
 *
 * @typedef {object} More
 * @property {(state: State, fresh: readonly Item[], attended: boolean) => void} update `fresh`: what
 *   was finished since; `attended`: the panel is open in a tab that is looked at.
 *
 * @typedef {(ports: MorePorts) => More} MoreFactory
 *
 * @typedef {object} Mark
 * @property {string} name Of the command that says it.
 * @property {() => any} read What is shown: an object, or null.
 * @property {(mark: any) => void} show
 * @property {() => void} undone It was not taken, and is shown no more.
 *
 * @typedef {MorePorts & { h: H, words: typeof MORE_WORDS["ru"],
 *   marks: (mark: Mark) => (mark: object, payload: object) => Promise<boolean>,
 *   ask: (path: string, body?: object) => Promise<any> }} MoreContext
 */

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** @type {MoreFactory} */
export function createMore(ports) {
  const { root, base, locale, store, token, command, signal } = ports;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  /** @type {MoreContext} */
  const context = {
    ...ports,
    h: createH(signal),
    words: MORE_WORDS[locale],
    /** What is shown at once goes back to what the platform last took, where it does not take it. */
    marks({ name, read, show, undone }) {
      let asking = 0;
      /** @type {unknown} */
      let taken = null;
      return async (mark, payload) => {
        if (!asking++) taken = read();
        show(mark);
        const shown = read();
        const ack = await command(name, payload).catch(() => null);
        asking--;
        if (ack?.ok) {
          taken = shown;
          return true;
        }
        // Something else may have been said since, here or in another tab.
        if (read() === shown) {
          show(taken);
          undone();
        }
        store.dispatch({ type: "notice.shown", notice: ack?.error ?? { code: "no_answer" } });
        return false;
      };
    },
    /** What the platform has of the visitor's, or makes for them; null: it did not come. */
    async ask(path, body) {
      try {
        const response = await fetch(`${base}/api/v1/visitor/${path}`, {
          method: body ? "POST" : "GET",
          body: body && JSON.stringify(body),
          headers: {
            authorization: `Bearer ${token() ?? ""}`,
            "accept-language": locale,
            ...(body && { "content-type": "application/json" }),
          },
          credentials: "omit",
          signal,
        });
        const answer = await response.json();
        if (response.ok) return answer;
        if (body) store.dispatch({ type: "notice.shown", notice: answer });
      } catch {
        if (body) store.dispatch({ type: "notice.shown", notice: { code: "no_answer" } });
      }
      return null;
    },
  };
  /** @type {More[]} */
  const parts = [createThumbs(context), createScore(context), createSound(context), createWayBack(context), createOlder(context), createPlace(context)];
  return {
    update(state, fresh, attended) {
      if (signal.aborted) return;
      for (const part of parts) part.update(state, fresh, attended);
    },
  };
}
