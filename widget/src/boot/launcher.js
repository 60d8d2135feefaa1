/**
 * The button that is there from the start, in a shadow root that the page's styles do not reach.
 *
 * @import { WidgetLook } from "../core/types.js"
 * @import { Config } from "./config.js"
 */
import { onAccent } from "./colour.js";
import css from "./launcher.css";

const WORDS = {
  ru: { open: "Открыть чат поддержки", close: "Закрыть чат поддержки", unread: "Новых сообщений" },
  en: { open: "Open the support chat", close: "Close the support chat", unread: "New messages" },
};

const SVG = "http://www.w3.org/2000/svg";
const BUBBLE =
  "M12 3.5c5 0 9 3.4 9 7.7s-4 7.7-9 7.7c-1 0-2-.1-2.9-.4-.9.7-2.3 1.6-4.3 1.9-.4.1-.6-.4-.4-.7.6-.8 1-1.7 1.1-2.5C3.9 15.8 3 13.6 3 11.2c0-4.3 4-7.7 9-7.7Z";
const CHEVRON = "m6 9.5 6 6 6-6";
/** Drawn as lines, but for the bubble and the spark. */
const ICONS = {
  bubble: BUBBLE,
  question: "M8.4 9.2a3.7 3.7 0 1 1 5.5 3.2c-1.2.7-1.8 1.4-1.8 2.8M12 19.2v.1",
  person: "M12 12.2a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20c.8-3.4 3.8-5.2 7.5-5.2s6.7 1.8 7.5 5.2",
  spark: "M12 3c.7 5.5 3.5 8.3 9 9-5.5.7-8.3 3.5-9 9-.7-5.5-3.5-8.3-9-9 5.5-.7 8.3-3.5 9-9Z",
};

/**
 * @typedef {object} Launcher
 * @property {HTMLElement} host
 * @property {ShadowRoot} root
 * @property {HTMLButtonElement} button
 * @property {(open: boolean) => void} setOpen
 * @property {(busy: boolean) => void} setBusy
 * @property {(count: number) => void} setUnread
 * @property {(locale: "ru" | "en") => void} setLocale
 * @property {(look: WidgetLook | null, shown?: boolean) => void} dress Puts the site's look on, or what
 *   the page now says against it; `shown`: whether it has come or not, there is no more to wait for.
 */

/**
 * @param {Config} config
 * @param {AbortSignal} signal
 * @param {() => void} onClick
 * @returns {Launcher}
 */
export function createLauncher(config, signal, onClick) {
  const host = document.createElement("otvet-widget");
  const setTheme = followTheme(host, signal);
  /** @type {Pick<WidgetLook, "theme" | "side">} */
  let site = { theme: "auto", side: "right" };
  host.dataset.pending = "";
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];

  const button = document.createElement("button");
  button.className = "launcher";
  button.dataset.otvet = "launcher";
  button.setAttribute("aria-haspopup", "dialog");
  const badge = document.createElement("span");
  badge.className = "badge";
  const picture = icon("bubble", BUBBLE);
  const caption = document.createElement("span");
  caption.className = "caption";
  button.append(picture, icon("chevron", CHEVRON), caption, badge);
  // Many press twice on everything.
  button.addEventListener("click", ({ detail }) => detail < 2 && onClick(), { signal });
  root.append(button);

  let locale = config.guess;
  /** @type {WidgetLook["label"]} */
  let labels = {};
  let open = false;
  let unread = 0;
  function render() {
    const words = WORDS[locale];
    const text = labels[locale] ?? "";
    // What is seen must be heard too, for whoever speaks to their computer.
    const label = open ? words.close : text ? `${text}. ${words.open}` : words.open;
    caption.textContent = text;
    button.toggleAttribute("data-label", text !== "");
    button.setAttribute("aria-label", unread ? `${label}. ${words.unread}: ${unread}` : label);
    button.setAttribute("aria-expanded", `${open}`);
    badge.hidden = !unread;
    badge.textContent = unread > 9 ? "9+" : `${unread}`;
  }
  render();

  return {
    host,
    root,
    button,
    setOpen(value) {
      open = value;
      host.toggleAttribute("data-open", value);
      render();
    },
    setBusy: (busy) => button.toggleAttribute("data-busy", busy),
    setUnread(count) {
      unread = count;
      render();
    },
    setLocale(next) {
      locale = next;
      render();
    },
    dress(look, shown = look !== null) {
      // What the page itself says of colours goes before what the site does.
      if (look && !getComputedStyle(host).getPropertyValue("--otvet-accent")) {
        host.style.setProperty("--o-site-accent", look.accent);
        host.style.setProperty("--o-site-on-accent", onAccent(look.accent));
      }
      if (look) {
        site = look;
        host.toggleAttribute("data-plain", !look.logo);
        picture.firstElementChild?.setAttribute("d", ICONS[look.icon] ?? BUBBLE);
        button.dataset.icon = look.icon;
        labels = look.label;
        render();
      }
      setTheme(config.theme ?? (site.theme === "auto" ? null : site.theme));
      host.dataset.side = config.side ?? site.side;
      if (shown) delete host.dataset.pending;
    },
  };
}

/**
 * The theme stands on the host, so that one rule serves the page's choice and the visitor's.
 *
 * @param {HTMLElement} host
 * @param {AbortSignal} signal
 * @returns {(chosen: "light" | "dark" | null) => void}
 */
function followTheme(host, signal) {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  /** @type {"light" | "dark" | null} */
  let theme = null;
  const apply = () => (host.dataset.theme = theme ?? (dark.matches ? "dark" : "light"));
  dark.addEventListener("change", apply, { signal });
  return (chosen) => {
    theme = chosen;
    apply();
  };
}

/**
 * @param {string} name
 * @param {string} path
 */
function icon(name, path) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", name);
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(SVG, "path");
  shape.setAttribute("d", path);
  svg.append(shape);
  return svg;
}
