/**
 * Entry of `panel.js`: leaves its factory where the loader looks for it.
 *
 * @import { ApiEvent } from "./boot/api.js"
 * @import { Config } from "./boot/config.js"
 * @import { Launcher } from "./boot/launcher.js"
 * @import { Locale } from "./core/types.js"
 * @import { Words } from "./ui/context.js"
 * @import { View } from "./ui/view.js"
 */
import { createApp } from "./app.js";
import css from "./ui/panel.css";

/**
 * @typedef {object} Panel
 * @property {(how: { focus: boolean, draft?: string }) => void} show
 * @property {() => void} hide
 *
 * @typedef {object} PanelPorts
 * @property {Config} config
 * @property {Launcher} launcher
 * @property {Words} words In the language of `config.guess`.
 * @property {(locale: Locale) => Promise<Words>} loadWords
 * @property {AbortSignal} signal Ends everything the panel has begun.
 * @property {() => void} onClose
 * @property {(name: ApiEvent, detail?: object) => void} emit
 *
 * @typedef {(ports: PanelPorts) => Panel} PanelFactory
 */

/** @type {PanelFactory} */
function createPanel({ config, launcher, words, loadWords, signal, onClose, emit }) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  launcher.root.adoptedStyleSheets.push(sheet);
  /** @type {View | null} */
  let view = null;
  let open = false;
  let unread = 0;

  createApp({
    config,
    words,
    loadWords,
    signal,
    onClose,
    onView(next, before) {
      view = next;
      const focus = before?.element.contains(launcher.root.activeElement) ?? true;
      if (before) before.element.replaceWith(next.element);
      else launcher.root.append(next.element);
      if (open) next.show({ focus });
    },
    onLocale: launcher.setLocale,
    onMessages(messages) {
      for (const message of messages) emit("message", message);
      if (open) return;
      unread += messages.length;
      launcher.setUnread(unread);
    },
  });

  return {
    show(how) {
      open = true;
      unread = 0;
      launcher.setUnread(0);
      view?.show(how);
    },
    hide() {
      open = false;
      const inside = view?.element.contains(launcher.root.activeElement);
      view?.hide();
      if (inside) launcher.button.focus();
    },
  };
}

/** @type {any} */ (globalThis)[Symbol.for(`otvet.panel.${OTVET_VERSION}`)] = createPanel;
