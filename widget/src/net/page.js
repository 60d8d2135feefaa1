/**
 * Where the visitor writes from, as operators see it: the address without its query, for there
 * may be secrets in one.
 *
 * @param {import("../boot/config.js").Config["page"]} how
 * @returns {Record<string, string> | null}
 */
export function pageInfo(how) {
  if (how === "off") return null;
  const { language, userAgent } = navigator;
  /** @type {Record<string, string>} */
  const info = { browser: userAgent.slice(0, 300) };
  // Half a letter, cut or found, is no text that could be sent.
  const title = document.title.slice(0, 300).toWellFormed?.();
  if (title) info["title"] = title;
  if (/^[\w-]{2,35}$/.test(language)) info["locale"] = language.replaceAll("_", "-");
  const { origin, pathname, search, hash } = location;
  const here = origin + pathname + (how === "full" ? search + hash : "");
  const before = /^[^?#]*/.exec(document.referrer)?.[0] ?? "";
  // An app, or a file, is no place on the web.
  if (isWeb(here)) info["url"] = here.slice(0, 2_000);
  if (isWeb(before)) info["referrer"] = before.slice(0, 2_000);
  return info;
}

/** @param {string} address */
function isWeb(address) {
  return /^https?:/.test(address);
}
