/**
 * `Otvet(name, …)`: the page's side of the widget. Before the script is there, a page may leave
 * calls in an array: `window.Otvet = window.Otvet || []; Otvet.push(["open"])`.
 *
 * @typedef {(typeof EVENTS)[number]} ApiEvent
 * @typedef {import("../../types/otvet.d.ts").Otvet} Api
 */
import { fail } from "./config.js";

const EVENTS = /** @type {const} */ (["ready", "open", "close", "message", "unread", "identity", "destroy"]);
/** Of what an event tells; it grows when something is taken away from that, or means something else. */
const VERSION = 1;
const PREFIX = "otvet:";

export function createEmitter() {
  // Apart from the document, where the page could stop an event on its way.
  const target = new EventTarget();
  return {
    /**
     * @param {ApiEvent} name
     * @param {(detail: any) => void} listener
     * @param {{ signal?: AbortSignal }} [how]
     * @returns {() => void} Its undo; a signal does the same, for calls that are made too early to
     *   be answered.
     */
    on(name, listener, how) {
      if (!EVENTS.includes(name)) fail(`the events are ${EVENTS.join(", ")}`);
      if (typeof listener !== "function") fail("a listener is a function");
      /** @param {any} event */
      const heard = ({ detail }) => listener(detail);
      target.addEventListener(PREFIX + name, heard, { signal: how?.signal });
      return () => target.removeEventListener(PREFIX + name, heard);
    },
    /**
     * The page's mistakes in a listener are the page's to see; the widget goes on.
     *
     * @param {ApiEvent} name
     * @param {object} [more]
     */
    emit(name, more) {
      const detail = Object.freeze({ version: VERSION, ...more });
      const event = new CustomEvent(PREFIX + name, { detail, bubbles: true });
      for (const each of [target, document]) each.dispatchEvent(event);
    },
  };
}

/**
 * @param {Record<string, (...args: any[]) => any>} methods Each throws what is wrong with a call.
 * @param {AbortSignal} signal After it nothing is done any more.
 * @returns {Api} A wrong call is said in the console, and breaks nothing of the page.
 */
export function createApi(methods, signal) {
  /** @param {any} name @param {any[]} rest */
  const api = (name, ...rest) => {
    if (signal.aborted) return () => {};
    try {
      if (!Object.hasOwn(methods, name)) fail(`the calls are ${Object.keys(methods).join(", ")}`);
      return methods[name]?.(...rest);
    } catch (error) {
      console.error(`Otvet("${String(name)}"): ${/** @type {Error} */ (error).message}`);
      return () => {};
    }
  };
  return Object.assign(api, {
    push(/** @type {any[]} */ ...calls) {
      let last;
      for (const call of calls) {
        // Also of `arguments`; what is no list is no call.
        if (call && typeof call === "object") last = api(...(/** @type {[any]} */ (Array.from(call))));
        else console.error(`Otvet("${call}"): a call is a list`);
      }
      return last;
    },
  });
}

/**
 * Puts the API in place and makes up for the calls that were made before.
 *
 * @param {Api} api
 * @param {string} name Of the page's property.
 * @returns {() => void} Its undo.
 */
export function installApi(api, name) {
  const page = /** @type {any} */ (window);
  const early = page[name];
  const free = early === undefined || Array.isArray(early);
  try {
    if (free) page[name] = api;
  } catch {
    // A property that cannot be written is the page's, too.
  }
  if (page[name] !== api) {
    console.error(`Otvet: window.${name} is taken: see data-global`);
  } else if (early) api.push(...early);
  return () => {
    // What `var` has made cannot be taken away.
    if (page[name] === api && !Reflect.deleteProperty(page, name)) page[name] = undefined;
  };
}
