/**
 * The widget as the console shows it while somebody decides how it looks: the same launcher, panel
 * and words, and nobody behind them. It asks the network nothing (the page's CSP sees to that too)
 * and obeys only the window around it, of its own origin.
 *
 * @import { WidgetSettings } from "./core/types.js"
 * @import { Config } from "./boot/config.js"
 * @import { Launcher } from "./boot/launcher.js"
 */
import { createAway } from "./away.js";
import { createEarlier } from "./earlier.js";
import { createErase } from "./erase.js";
import { createFiles } from "./files.js";
import { createLauncher } from "./boot/launcher.js";
import { en } from "./locales/en.js";
import { ru } from "./locales/ru.js";
import { createMore } from "./more.js";
import { createPanel } from "./panel.js";

const WORDS = { ru, en };
/** @type {any} What a page without a network is given. */
const PARTS = { away: { createAway, createErase }, files: createFiles, more: createMore, earlier: createEarlier, ...WORDS };

/**
 * @typedef {object} Wanted What the console posts, whole, at each change.
 * @property {"otvet.preview"} type
 * @property {WidgetSettings} settings
 * @property {boolean} open
 * @property {boolean} dark What the visitor's system would prefer.
 * @property {boolean} waiting Somebody was called.
 */

// A dialog takes the focus whatever is said, also when the frame's width makes it another kind;
// but the focus belongs to the form beside the frame. In what is inert there is nothing to give it to.
const { show } = HTMLDialogElement.prototype;
HTMLDialogElement.prototype.show = function () {
  document.body.inert = true;
  show.call(this);
  document.body.inert = false;
};
HTMLDialogElement.prototype.showModal = HTMLDialogElement.prototype.show;

/** @type {Wanted | null} */
let wanted = null;
let ending = new AbortController();
/** @type {Launcher | null} */
let launcher = null;
/** @type {((settings: WidgetSettings) => void) | null} */
let tell = null;
/** @type {string} */
let key = "";

addEventListener("message", ({ data, source, origin }) => {
  if (source !== parent || origin !== location.origin || data?.type !== "otvet.preview") return;
  wanted = data;
  draw();
});
parent.postMessage({ type: "otvet.preview.ready" }, location.origin);

function draw() {
  if (!wanted) return;
  const { settings, open, dark, waiting } = wanted;
  const theme = settings.look?.theme;
  document.documentElement.dataset["theme"] = (theme === "auto" ? dark : theme === "dark") ? "dark" : "light";
  // Another language or another state is another beginning; anything else is put on as it comes.
  const next = JSON.stringify([settings.locale, open, dark, waiting, settings.hours]);
  if (next !== key) {
    key = next;
    begin(wanted);
  }
  launcher?.setLocale(settings.locale);
  launcher?.dress(dressed(settings, dark) ?? null);
  tell?.({ ...settings, look: dressed(settings, dark) });
}

/** The system's preference is played, for a frame has none of its own. */
function dressed(/** @type {WidgetSettings} */ settings, /** @type {boolean} */ dark) {
  const { look } = settings;
  if (look?.theme !== "auto") return look;
  /** @type {"dark" | "light"} */
  const theme = dark ? "dark" : "light";
  return { ...look, theme };
}

/** @param {Wanted} how */
function begin({ settings, open, waiting }) {
  ending.abort();
  launcher?.host.remove();
  ending = new AbortController();
  const { signal } = ending;
  /** @type {Config} */
  const config = {
    base: "", siteKey: "preview", locale: settings.locale, guess: settings.locale,
    theme: null, side: null, dir: null, identity: null, page: "off", look: null, pinned: false, nonce: "",
  };
  const made = createLauncher(config, signal, () => post(true));
  launcher = made;
  document.body.append(made.host);
  tell = null;
  if (!open) return;
  const panel = createPanel({
    config,
    launcher: made,
    words: WORDS[settings.locale],
    load: (name) => Promise.resolve(PARTS[name]),
    sessions: { ask: () => new Promise(() => {}), send: () => Promise.resolve(null) },
    linkFactory: (ports) => playedLink(ports, settings, waiting),
    signal,
    onClose: () => post(false),
    emit() {},
  });
  made.setOpen(true);
  panel.show({ focus: false });
}

/**
 * A link to nobody: everything is there at once.
 *
 * @param {import("./net/link.js").LinkPorts} ports
 * @param {WidgetSettings} settings
 * @param {boolean} waiting
 * @returns {ReturnType<typeof import("./net/link.js").createLink>}
 */
function playedLink(ports, settings, waiting) {
  let said = 0;
  const id = "00000000-0000-7000-8000-000000000000";
  tell = (now) =>
    ports.onSession({ token: "", expires_in: 3_600, visitor_id: id, conversation_id: id, cursor: null, settings: now });
  return {
    open() {
      queueMicrotask(() => {
        tell?.({ ...settings, look: wanted ? dressed(settings, wanted.dark) : undefined });
        ports.onChange({ phase: "online", lost: false, code: null, message: null });
        ports.onFact({
          type: "conversation.snapshot", conversation_id: id, cursor: "a:1", messages: [], full: true,
          conversation: { id, status: waiting ? "waiting" : "agent" }, generation: null,
        });
      });
    },
    reopen() {},
    renew() {},
    hurry() {},
    forget() {},
    token: () => null,
    command: () => Promise.resolve({ ok: true, message_id: crypto.randomUUID(), seq: ++said }),
  };
}

/** @param {boolean} open */
function post(open) {
  parent.postMessage({ type: "otvet.preview.toggled", open }, location.origin);
}
