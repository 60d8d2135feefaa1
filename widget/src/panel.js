/**
 * The panel, beside its launcher.
 *
 * @import { ApiEvent } from "./boot/api.js"
 * @import { Config } from "./boot/config.js"
 * @import { Load } from "./boot/load.js"
 * @import { Sessions } from "./boot/session.js"
 * @import { Launcher } from "./boot/launcher.js"
 * @import { createLink } from "./net/link.js"
 * @import { Words } from "./ui/context.js"
 * @import { View } from "./ui/view.js"
 */
import { createApp } from "./app.js";
import css from "./ui/panel.css";

/**
 * @typedef {object} Panel
 * @property {(how: { focus: boolean, draft?: string }) => void} show
 * @property {() => void} hide
 * @property {() => void} reconnect The page has said who the visitor is.
 * @property {() => void} reset The page has said that whoever was here has gone.
 *
 * @typedef {object} PanelPorts
 * @property {Config} config
 * @property {Launcher} launcher
 * @property {Words} words In the language of `config.guess`.
 * @property {Load} load
 * @property {Sessions} sessions
 * @property {typeof createLink} [linkFactory] Of a preview: one that asks nobody.
 * @property {AbortSignal} signal Ends everything the panel has begun.
 * @property {() => void} onClose
 * @property {(name: ApiEvent, detail?: object) => void} emit
 *
 * @typedef {(ports: PanelPorts) => Panel} PanelFactory
 */

/** @type {PanelFactory} */
export function createPanel({ launcher, emit, ...ports }) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  launcher.root.adoptedStyleSheets.push(sheet);
  /** @type {View | null} */
  let view = null;
  let open = false;

  const app = createApp({
    ...ports,
    root: launcher.root,
    dress: launcher.dress,
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
    },
    onUnread: launcher.setUnread,
  });

  return {
    show(how) {
      open = true;
      view?.show(how);
      app.setOpen(true);
    },
    hide() {
      open = false;
      const inside = view?.element.contains(launcher.root.activeElement);
      view?.hide();
      app.setOpen(false);
      if (inside) launcher.button.focus();
    },
    reconnect: app.reconnect,
    reset: app.reset,
  };
}
