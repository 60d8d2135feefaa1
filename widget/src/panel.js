/**
 * The panel, beside its launcher.
 *
 * @import { ApiEvent } from "./boot/api.js"
 * @import { Config } from "./boot/config.js"
 * @import { Load } from "./boot/load.js"
 * @import { Sessions } from "./net/session.js"
 * @import { Launcher } from "./boot/launcher.js"
 * @import { createLink } from "./net/link.js"
 * @import { Words } from "./ui/context.js"
 * @import { View } from "./ui/view.js"
 */
import { createApp } from "./app.js";
import { inks } from "./boot/colour.js";
import { createSessions } from "./net/session.js";
import css from "./ui/panel.css";

/**
 * @typedef {object} Panel
 * @property {(how: { focus: boolean, draft?: string }) => void} show
 * @property {() => void} hide
 * @property {() => void} reconnect The page has said who the visitor is.
 * @property {() => void} reset The page has said that whoever was here has gone.
 * @property {(text: string) => void} send As if the visitor had written it.
 * @property {() => void} speak The page has said in which language, or takes that back.
 *
 * @typedef {object} PanelPorts
 * @property {Config} config
 * @property {Launcher} launcher
 * @property {Words} words In the language of `config.guess`.
 * @property {Load} load
 * @property {Sessions} [sessions] Of a preview: which asks nobody.
 * @property {typeof createLink} [linkFactory] Of a preview: one that asks nobody.
 * @property {AbortSignal} signal Ends everything the panel has begun.
 * @property {() => void} onClose
 * @property {(name: ApiEvent, detail?: object) => void} emit
 *
 * @typedef {(ports: PanelPorts) => Panel} PanelFactory
 */

/** @type {PanelFactory} */
export function createPanel({ launcher, emit, load, sessions, ...ports }) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  launcher.root.adoptedStyleSheets.push(sheet);
  /** @type {View | null} */
  let view = null;
  let open = false;
  let unread = 0;

  const app = createApp({
    ...ports,
    load: (name) => load(name, OTVET_PINS[name]),
    sessions: sessions ?? createSessions(ports.config, ({ code }) => emit("identity", { code })),
    root: launcher.root,
    dress(look) {
      launcher.dress(look);
      const accent = launcher.host.style.getPropertyValue("--o-site-accent");
      if (!accent) return;
      const { light, dark } = inks(accent);
      launcher.host.style.setProperty("--o-site-ink-light", light);
      launcher.host.style.setProperty("--o-site-ink-dark", dark);
    },
    onView(next, before) {
      view = next;
      turn();
      const focus = before?.element.contains(launcher.root.activeElement) ?? true;
      if (before) before.element.replaceWith(next.element);
      else launcher.root.append(next.element);
      if (open) next.show({ focus });
    },
    onLocale: launcher.setLocale,
    onMessages(messages) {
      for (const message of messages) emit("message", message);
    },
    onUnread(count) {
      if (count === unread) return;
      unread = count;
      launcher.setUnread(count);
      emit("unread", { count });
    },
  });

  /** Both languages that it has are read from the left. */
  function turn() {
    const { dir } = ports.config;
    launcher.host.dir = dir === "auto" ? getComputedStyle(document.documentElement).direction : (dir ?? "ltr");
  }

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
    send: app.send,
    speak() {
      turn();
      void app.speak(ports.config.guess);
    },
  };
}
