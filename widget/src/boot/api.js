/**
 * `window.Otvet(name, …)`: the page's side of the widget. Before the script is there, a page may
 * leave calls in an array: `window.Otvet = window.Otvet || []; Otvet.push(["open"])`.
 */

/**
 * @typedef {"ready" | "open" | "close" | "message" | "identity" | "destroy"} ApiEvent
 * @typedef {((name: string, ...rest: any[]) => any) & { push: (...calls: any[]) => number }} Api
 */

export function createEmitter() {
  /** @type {Map<string, Set<(detail: object) => void>>} */
  const listeners = new Map();
  return {
    /**
     * @param {ApiEvent} name
     * @param {(detail: object) => void} listener
     * @returns {() => void} Its undo.
     */
    on(name, listener) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener));
      return () => void set.delete(listener);
    },
    /**
     * @param {ApiEvent} name
     * @param {object} [detail]
     */
    emit(name, detail = {}) {
      for (const listener of listeners.get(name) ?? []) {
        try {
          listener(detail);
        } catch (error) {
          // The page's mistake is the page's to see; the widget goes on.
          reportError(error);
        }
      }
    },
    clear: () => listeners.clear(),
  };
}

/**
 * Puts the API in place and makes up for the calls that were made before.
 *
 * @param {Record<string, (...args: any[]) => any>} methods
 * @returns {() => void} Its undo.
 */
export function installApi(methods) {
  const page = /** @type {{ Otvet?: unknown }} */ (/** @type {unknown} */ (window));
  const early = Array.isArray(page.Otvet) ? page.Otvet : [];
  /** @type {Api} */
  const api = Object.assign(
    (/** @type {string} */ name, /** @type {any[]} */ ...rest) => {
      if (Object.hasOwn(methods, name)) return methods[name]?.(...rest);
      console.warn(`Otvet: no "${name}"`);
    },
    {
      push: (/** @type {any[]} */ ...calls) => {
        for (const call of calls) api(...(/** @type {[string]} */ (Array.from(call))));
        return 0;
      },
    },
  );
  page.Otvet = api;
  api.push(...early);
  return () => {
    if (page.Otvet === api) delete page.Otvet;
  };
}

/** @returns {boolean} Another copy of the script is at work already. */
export function isInstalled() {
  return typeof (/** @type {any} */ (window).Otvet) === "function";
}
