/**
 * The widget on one page, whichever way it came: a launcher, the page's API, and the panel on first
 * intent. Until then it asks for nothing, unless the page would have the site's look asked for, and
 * writes nothing down.
 *
 * @import { Panel } from "../panel.js"
 * @import { Api } from "./api.js"
 * @import { Config } from "./config.js"
 * @import { Load } from "./load.js"
 */
import { createApi, createEmitter } from "./api.js";
import { choose, fail } from "./config.js";
import { keepOnPage } from "./keep.js";
import { createLauncher } from "./launcher.js";
import { fetchLook } from "./look.js";
import { openMemory } from "./memory.js";

/** Of a message, in UTF-16 units; a site may have set less, which the platform says. */
const TEXT_LIMIT = 4_000;
/** There while the widget is: a symbol, so that nobody trips over it. */
const MARK = Symbol.for("otvet");

/** @returns {boolean} Another copy is at work already. */
export function isInstalled() {
  return MARK in window;
}

/**
 * @param {Config} config
 * @param {Load} load
 * @param {(api: Api) => () => void} [install] Gives the page the API, when all else is there.
 * @returns {Api}
 * @throws {TypeError} Where the widget cannot work.
 */
export function start(config, load, install = () => () => {}) {
  // Old libraries give arrays a `toJSON`: then nothing that is sent would be what was meant.
  if (JSON.stringify([[]]) !== "[[]]") fail("Array.toJSON breaks JSON");
  const ending = new AbortController();
  const { signal } = ending;
  const emitter = createEmitter();
  const memory = openMemory(config.siteKey);
  const launcher = createLauncher(config, signal, toggle);
  /** @type {Promise<Panel> | null} */
  let coming = null;
  let open = false;
  /** What the page has been told. */
  let shown = false;
  let uninstall = () => {};
  /** What the page would have sent, until there is a panel to send it. @type {string[]} */
  const unsent = [];

  /** @returns {Promise<Panel>} */
  async function bring() {
    launcher.setBusy(true);
    try {
      const [createPanel, words] = await Promise.all([load("panel"), load(config.guess)]);
      signal.throwIfAborted();
      return createPanel({ config, launcher, words, load, signal, onClose: close, emit: emitter.emit });
    } finally {
      launcher.setBusy(false);
    }
  }

  /** @param {(panel: Panel) => void} use Only if it has come, or is coming. */
  function withPanel(use) {
    coming?.then(use, () => {});
  }

  /** @param {Panel} panel */
  function sendAll(panel) {
    for (const text of unsent.splice(0)) panel.send(text);
  }

  /** @param {{ focus?: boolean, draft?: string }} [how] `draft` is put where the visitor writes. */
  async function show({ focus = true, draft } = {}) {
    if (open && draft === undefined) return;
    open = true;
    try {
      const panel = await (coming ??= bring());
      if (!open) return;
      memory.keep(true);
      launcher.setOpen(true);
      panel.show({ focus, draft });
      sendAll(panel);
      if (!shown) emitter.emit("open");
      shown = true;
    } catch (error) {
      coming = null;
      open = false;
      if (!signal.aborted) console.error(error);
    }
  }

  function close() {
    if (!open) return;
    open = false;
    memory.keep(false);
    launcher.setOpen(false);
    withPanel((panel) => panel.hide());
    if (shown) emitter.emit("close");
    shown = false;
  }

  function toggle() {
    void (open ? close() : show());
  }

  /**
   * @param {string | null} token Signed by the site's server; null: nobody that it knows.
   * @param {"reconnect" | "reset"} then
   */
  function become(token, then) {
    config.identity = token || null;
    withPanel((panel) => panel[then]());
  }

  /** Whoever was here has gone: nothing of theirs is left on this device. */
  function reset() {
    memory.forget();
    unsent.length = 0;
    become(null, "reset");
  }

  /** Only what is kept for the visitor stays: `reset` before takes that away, too. */
  function destroy() {
    memory.keep(false);
    ending.abort();
    launcher.host.remove();
    delete page[MARK];
    uninstall();
    emitter.emit("destroy");
  }

  const api = createApi({
    open(/** @type {{ draft?: unknown } | undefined} */ how) {
      const { draft } = how ?? {};
      if (draft !== undefined && typeof draft !== "string") return fail("a draft is a text");
      void show({ draft });
    },
    close,
    toggle,
    show: () => void (launcher.button.hidden = false),
    hide() {
      close();
      launcher.button.hidden = true;
    },
    send(/** @type {unknown} */ text) {
      if (typeof text !== "string" || !text.trim()) return fail("a message is a text");
      if (text.length > TEXT_LIMIT) fail(`a message has at most ${TEXT_LIMIT} characters`);
      unsent.push(text);
      void show().then(() => withPanel(sendAll));
    },
    update(/** @type {object} */ options) {
      Object.assign(config, choose(options, config));
      launcher.dress(null);
      withPanel((panel) => panel.speak());
      if (!coming) launcher.setLocale(config.guess);
    },
    identify(/** @type {string | null} */ token) {
      if (token !== null && typeof token !== "string") return fail("a token is a text, or null");
      become(token, "reconnect");
    },
    reset,
    destroy,
    on: emitter.on,
  }, signal);

  const page = /** @type {any} */ (window);
  page[MARK] = true;
  void fetchLook(config).then((look) => launcher.dress(look, true));
  keepOnPage(launcher.host, signal, () => {
    // A dialog that was taken off the page and put back is open, but no longer over the page.
    if (open) withPanel((panel) => (panel.hide(), panel.show({ focus: false })));
  });
  uninstall = install(api);
  // The first of the calls that had waited may have been the last.
  if (signal.aborted) uninstall();
  if (memory.wasOpen()) void show({ focus: false });
  if (!signal.aborted) emitter.emit("ready");
  return api;
}
