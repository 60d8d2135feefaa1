/** What scripts have begun on a page and not ended, and how much of it the browser holds. */

/** @import { Page } from "playwright-core" */

/** For a page's beginning: `left()` names what has been begun since and is not over. */
export function watch() {
  const page = /** @type {any} */ (window);
  /** By what it is, what it is called. @type {Map<any, string>} */
  const living = new Map();
  const { setTimeout: start, clearTimeout: stop, requestAnimationFrame: frame } = window;
  Object.assign(window, {
    setTimeout(/** @type {() => void} */ run, /** @type {number} */ ms) {
      const id = start(() => (living.delete(id), run()), ms);
      living.set(id, `timer of ${ms} ms`);
      return id;
    },
    clearTimeout: (/** @type {number} */ id) => (living.delete(id), stop(id)),
    requestAnimationFrame(/** @type {(now: number) => void} */ run) {
      const key = {};
      living.set(key, "frame");
      return frame((now) => (living.delete(key), run(now)));
    },
  });

  /** @param {string} name Of a class. @param {string} method @param {(it: any) => void} then */
  function follow(name, method, then) {
    const { prototype } = page[name];
    const real = prototype[method];
    prototype[method] = function (/** @type {any[]} */ ...how) {
      then(this);
      return real.apply(this, how);
    };
  }
  for (const name of ["MutationObserver", "ResizeObserver", "IntersectionObserver"]) {
    // Playwright has one of its own.
    follow(name, "observe", (it) => !new Error().stack?.includes("InjectedScript") && living.set(it, name));
    follow(name, "disconnect", (it) => living.delete(it));
  }

  /** @param {string} name Of a class. @param {string} end Of its methods. */
  function count(name, end) {
    page[name] = class extends page[name] {
      constructor(/** @type {any[]} */ ...how) {
        super(...how);
        living.set(this, `${name} ${how[0] ?? ""}`);
      }
    };
    follow(name, end, (it) => living.delete(it));
  }
  count("WebSocket", "close");
  count("BroadcastChannel", "close");
  count("AudioContext", "close");
  count("Worker", "terminate");

  const { send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.send = function (body) {
    living.set(this, "XMLHttpRequest");
    this.addEventListener("loadend", () => living.delete(this), { once: true });
    return send.call(this, body);
  };
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (it) => {
    const address = createObjectURL(it);
    living.set(address, "object URL");
    return address;
  };
  URL.revokeObjectURL = (address) => (living.delete(address), revokeObjectURL(address));

  page.left = async () => {
    const { held = [], pending = [] } = await navigator.locks.query();
    return [...living.values(), ...[...held, ...pending].map(({ name }) => `lock ${name}`)];
  };
}

/**
 * @param {Page} page On which `known` are the names that it had before.
 * @returns {Promise<() => Promise<{ nodes: number, listeners: number, documents: number, heap: number,
 *   globals: string[], sheets: number, html: string, kept: string }>>}
 */
export async function counter(page) {
  await page.evaluate(() => Object.assign(window, { known: new Set([...Reflect.ownKeys(window).map(String), "known"]) }));
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  return async () => {
    for (let n = 0; n < 3; n += 1) await devtools.send("HeapProfiler.collectGarbage");
    const { metrics } = await devtools.send("Performance.getMetrics");
    const of = (/** @type {string} */ name) => metrics.find((it) => it.name === name)?.value ?? NaN;
    const left = await page.evaluate(() => ({
      // A symbol would be one, too.
      globals: Reflect.ownKeys(window).map(String).filter((name) => !(/** @type {any} */ (window).known.has(name))),
      sheets: document.adoptedStyleSheets.length,
      html: document.documentElement.outerHTML,
      kept: Object.keys(sessionStorage).join(),
    }));
    return { nodes: of("Nodes"), listeners: of("JSEventListeners"), documents: of("Documents"), heap: of("JSHeapUsedSize"), ...left };
  };
}
