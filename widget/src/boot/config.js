/**
 * What the script tag says.
 *
 * @typedef {object} Config
 * @property {string} base Address of the platform, without a slash at the end.
 * @property {string} siteKey
 * @property {"ru" | "en" | null} locale From `data-locale`; null: the site's own.
 * @property {"ru" | "en"} guess What to speak until the site's language is known.
 * @property {"light" | "dark" | null} theme From `data-theme`; null: the site's, else the visitor's.
 * @property {"left" | "right" | null} side From `data-side`; null: the site's.
 * @property {string | null} identity Who the visitor is, signed by the site's server. It is in
 *   memory alone, and the page may bring another one at any time.
 * @property {"path" | "full" | "off"} page What of the page's address operators see.
 * @property {boolean} look Whether the site's look is asked for.
 * @property {boolean} pinned The host page pinned this script by its hash.
 * @property {string} nonce
 */

/** @returns {HTMLScriptElement | null} The script tag this code came with. */
export function ownScript() {
  const current = document.currentScript;
  if (current instanceof HTMLScriptElement && current.src) return current;
  // Injected as a module or evaluated by a tag manager, a script does not know itself.
  return document.querySelector('script[data-site-key][src*="widget.js"]');
}

/**
 * @param {HTMLScriptElement} script
 * @returns {Config}
 */
export function readConfig(script) {
  const { siteKey = "", locale, theme, side, identity, page, look } = script.dataset;
  const chosen = toLocale(locale);
  return {
    base: new URL(".", script.src).href.replace(/\/$/, ""),
    siteKey,
    locale: chosen,
    guess: chosen ?? toLocale(document.documentElement.lang) ?? toLocale(navigator.language) ?? "en",
    theme: theme === "light" || theme === "dark" ? theme : null,
    side: side === "left" || side === "right" ? side : null,
    identity: identity || null,
    page: page === "full" || page === "off" ? page : "path",
    look: look !== "off",
    pinned: script.integrity !== "",
    nonce: script.nonce,
  };
}

/** @param {string | undefined} tag */
function toLocale(tag) {
  const language = tag?.slice(0, 2).toLowerCase();
  return language === "ru" || language === "en" ? language : null;
}
