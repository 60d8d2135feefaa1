/**
 * Entry of `widget.js`: a launcher, the page's API, and the panel on first intent. Until then it
 * asks for the site's look alone and writes nothing down.
 */
import { createEmitter, installApi, isInstalled } from "./api.js";
import { ownScript, readConfig } from "./config.js";
import { createLauncher } from "./launcher.js";
import { load } from "./load.js";
import { fetchLook } from "./look.js";
import { openMemory } from "./memory.js";
import { createSessions } from "./session.js";

/** @import { Config } from "./config.js" */
/** @import { Panel } from "../panel.js" */

/** @param {Config} config */
function start(config) {
  const ending = new AbortController();
  const emitter = createEmitter();
  const memory = openMemory(config.siteKey);
  const launcher = createLauncher(config, ending.signal, toggle);
  const sessions = createSessions(config, ({ code }) => emitter.emit("identity", { code }));
  /** @type {Promise<Panel> | null} */
  let coming = null;
  let open = false;

  /** @returns {Promise<Panel>} */
  async function bring() {
    launcher.setBusy(true);
    try {
      const [createPanel, words] = await Promise.all([
        load(config, "panel"),
        load(config, config.guess),
      ]);
      const { signal } = ending;
      signal.throwIfAborted();
      return createPanel({
        config,
        launcher,
        words,
        load: (name) => load(config, name),
        sessions,
        signal,
        onClose: close,
        emit: emitter.emit,
      });
    } finally {
      launcher.setBusy(false);
    }
  }

  /** @param {{ focus?: boolean, draft?: string }} [how] `draft` is put where the visitor writes. */
  async function show({ focus = true, draft } = {}) {
    if (open && !draft) return;
    const was = open;
    open = true;
    try {
      const panel = await (coming ??= bring());
      if (!open) return;
      memory.keep(true);
      launcher.setOpen(true);
      panel.show({ focus, draft });
      if (!was) emitter.emit("open");
    } catch (error) {
      coming = null;
      open = false;
      if (!ending.signal.aborted) console.error(error);
    }
  }

  async function close() {
    if (!open) return;
    open = false;
    memory.keep(false);
    launcher.setOpen(false);
    (await coming)?.hide();
    emitter.emit("close");
  }

  function toggle() {
    void (open ? close() : show());
  }

  /**
   * @param {string | null} token Signed by the site's server; null: nobody that it knows.
   * @param {"reconnect" | "reset"} then
   */
  async function become(token, then) {
    config.identity = token || null;
    (await coming)?.[then]();
  }

  /** Whoever was here has gone: nothing of theirs is left on this device. */
  function reset() {
    memory.forget();
    void become(null, "reset");
  }

  function destroy() {
    memory.keep(false);
    ending.abort();
    launcher.host.remove();
    uninstall();
    emitter.emit("destroy");
    emitter.clear();
  }

  void fetchLook(config).then(launcher.dress);
  const attach = () => document.body.append(launcher.host);
  if (document.body) attach();
  else document.addEventListener("DOMContentLoaded", attach, { signal: ending.signal });

  const uninstall = installApi({
    open: (how) => void show({ draft: how?.draft }),
    close,
    toggle,
    identify: (token) => become(token, "reconnect"),
    reset,
    destroy,
    on: emitter.on,
  });
  if (memory.wasOpen()) void show({ focus: false });
  emitter.emit("ready");
}

const script = ownScript();
if (script?.dataset.siteKey && !isInstalled()) start(readConfig(script));
else if (!isInstalled()) console.error("Otvet: no data-site-key");
