/**
 * The button that is there from the start, in a shadow root that the page's styles do not reach.
 *
 * @import { Config } from "./config.js"
 */
import css from "./launcher.css";

const WORDS = {
  ru: { open: "Открыть чат поддержки", close: "Закрыть чат поддержки", unread: "Новых сообщений" },
  en: { open: "Open the support chat", close: "Close the support chat", unread: "New messages" },
};

const SVG = "http://www.w3.org/2000/svg";
const BUBBLE =
  "M12 3.5c5 0 9 3.4 9 7.7s-4 7.7-9 7.7c-1 0-2-.1-2.9-.4-.9.7-2.3 1.6-4.3 1.9-.4.1-.6-.4-.4-.7.6-.8 1-1.7 1.1-2.5C3.9 15.8 3 13.6 3 11.2c0-4.3 4-7.7 9-7.7Z";
const CHEVRON = "m6 9.5 6 6 6-6";

/**
 * @typedef {object} Launcher
 * @property {HTMLElement} host
 * @property {ShadowRoot} root
 * @property {HTMLButtonElement} button
 * @property {(open: boolean) => void} setOpen
 * @property {(busy: boolean) => void} setBusy
 * @property {(count: number) => void} setUnread
 * @property {(locale: "ru" | "en") => void} setLocale
 */

/**
 * @param {Config} config
 * @param {AbortSignal} signal
 * @param {() => void} onClick
 * @returns {Launcher}
 */
export function createLauncher(config, signal, onClick) {
  const host = document.createElement("otvet-widget");
  followTheme(host, config.theme, signal);
  host.dataset.side = config.side;
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];

  const button = document.createElement("button");
  button.type = "button";
  button.className = "launcher";
  button.dataset.otvet = "launcher";
  button.setAttribute("aria-haspopup", "dialog");
  const badge = document.createElement("span");
  badge.className = "badge";
  badge.hidden = true;
  badge.setAttribute("aria-hidden", "true");
  button.append(icon("bubble", BUBBLE), icon("chevron", CHEVRON), badge);
  button.addEventListener("click", onClick, { signal });
  root.append(button);

  let words = WORDS[config.guess];
  let open = false;
  let unread = 0;
  function render() {
    const label = open ? words.close : words.open;
    button.setAttribute("aria-label", unread ? `${label}. ${words.unread}: ${unread}` : label);
    button.setAttribute("aria-expanded", String(open));
    badge.hidden = unread === 0;
    badge.textContent = unread > 9 ? "9+" : String(unread);
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
    setLocale(locale) {
      words = WORDS[locale];
      render();
    },
  };
}

/**
 * The theme stands on the host, so that one rule serves the page's choice and the visitor's.
 *
 * @param {HTMLElement} host
 * @param {"light" | "dark" | null} chosen
 * @param {AbortSignal} signal
 */
function followTheme(host, chosen, signal) {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => (host.dataset.theme = chosen ?? (dark.matches ? "dark" : "light"));
  apply();
  dark.addEventListener("change", apply, { signal });
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
