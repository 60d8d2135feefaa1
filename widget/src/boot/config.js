/**
 * What the script tag, or `mount()`, says.
 *
 * @import { WidgetLook } from "../core/types.js"
 *
 * @typedef {object} Config
 * @property {string} base Address of the platform, without a slash at the end.
 * @property {string} siteKey
 * @property {"ru" | "en" | null} locale Null: the site's own.
 * @property {"ru" | "en"} guess What to speak until the site's language is known.
 * @property {"ru" | "en"} [siteLocale] That one, once it is known.
 * @property {"light" | "dark" | null} theme Null: the site's, else the visitor's.
 * @property {"left" | "right" | null} side Null: the site's.
 * @property {"ltr" | "rtl" | "auto" | null} dir Auto: the page's; null: of its language.
 * @property {string | null} identity Who the visitor is, signed by the site's server. It is in
 *   memory alone, and the page may bring another one at any time.
 * @property {"path" | "full" | "off" | null} page What of the page's address operators see; null: its path.
 * @property {WidgetLook | "ask" | null} look The site's; or it is to be asked for; or it is not known
 *   before the panel is opened.
 * @property {boolean} pinned The host page pinned this script by its hash.
 * @property {string} nonce
 *
 * @typedef {Pick<Config, "locale" | "theme" | "side" | "dir" | "page" | "guess" | "siteLocale">} Choices
 */

import { takeSite } from "./look.js";

/** @type {Record<string, string[]>} */
const ALLOWED = {
  locale: ["ru", "en"],
  theme: ["light", "dark"],
  side: ["left", "right"],
  dir: ["ltr", "rtl", "auto"],
  page: ["path", "full", "off"],
};

/** @returns {HTMLScriptElement | null} The script tag this code came with. */
export function ownScript() {
  const current = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  if (current?.src) return current;
  // Injected as a module or evaluated by a tag manager, a script does not know itself.
  return document.querySelector('script[data-site-key][src*="widget.js"]');
}

/**
 * @param {HTMLScriptElement} script
 * @returns {Config}
 */
export function readConfig(script) {
  const { siteKey, locale, theme, side, dir, identity, page, look } = script.dataset;
  const site = takeSite();
  return {
    ...choose({ locale, theme, side, dir, page }, undefined, (text) => console.error(`Otvet: ${text}`)),
    base: toBase(new URL(".", script.src)),
    siteKey: siteKey || site.site_key || "",
    identity: identity || null,
    look: site.look ?? (look === "ask" ? look : null),
    pinned: script.integrity !== "",
    nonce: script.nonce,
  };
}

/** @param {URL} url */
export function toBase({ href }) {
  return href.replace(/\/$/, "");
}

/**
 * @param {object} options What is said; null, or nothing, leaves it to the site or the visitor.
 * @param {Choices} [before] What was said before, if this is a change of it.
 * @param {(text: string) => void} [refuse] What is wrong with one of them, which is then left out.
 * @returns {Choices}
 * @throws {TypeError} The same, where nothing else is to be done about it.
 */
export function choose(options, before, refuse = fail) {
  const chosen = /** @type {Choices} */ ({ locale: null, theme: null, side: null, dir: null, page: null, ...before });
  for (const [name, said] of Object.entries(options ?? {})) {
    const value = (name === "locale" && toLocale(said)) || said || null;
    const allowed = Object.hasOwn(ALLOWED, name) && ALLOWED[name];
    if (!allowed) refuse(`the options are ${Object.keys(ALLOWED).join(", ")}, not ${name}`);
    else if (value && !allowed.includes(value)) refuse(`${name} is ${allowed.join(" or ")}, not ${value}`);
    else Object.assign(chosen, { [name]: value });
  }
  chosen.guess = chosen.locale ?? chosen.siteLocale ?? toLocale(document.documentElement.lang) ?? toLocale(navigator.language) ?? "en";
  return chosen;
}

/** @param {string} text What is wrong with a call. @returns {never} */
export function fail(text) {
  throw new TypeError(text);
}

/** @param {unknown} tag */
function toLocale(tag) {
  const [language] = /^(ru|en)/i.exec(String(tag)) ?? [];
  return /** @type {"ru" | "en" | undefined} */ (language?.toLowerCase());
}
