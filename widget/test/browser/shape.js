/** How what is on the screen looks, asked of the browser. */
import { hook } from "./browser.js";

/** @import { Locator, Page } from "playwright-core" */

/** @param {Locator} locator @param {keyof CSSStyleDeclaration} name @returns {Promise<any>} */
export const style = (locator, name) => locator.evaluate((it, of) => getComputedStyle(it)[/** @type {any} */ (of)], name);

/** @param {Locator} locator */
export async function box(locator) {
  return /** @type {NonNullable<Awaited<ReturnType<Locator["boundingBox"]>>>} */ (await locator.boundingBox());
}

/** @param {Page} page @param {string} text A sheet of the page's own. */
export const dress = (page, text) =>
  page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, text);

/** What is wider than its place, or hidden in it. @param {Page} page */
export const cut = (page) =>
  hook(page, "panel").evaluate((panel) => {
    // What is shortened on purpose is there in full elsewhere.
    const skip = "pre, pre *, .sr, .mark, svg *, textarea, .earlier-question, .earlier h2, .tray .file-name";
    const { left, right } = panel.getBoundingClientRect();
    return [panel, ...panel.querySelectorAll("*")]
      .filter((it) => !it.matches(skip) && it.checkVisibility())
      .filter((it) => {
        const { overflowX, overflowY, display } = getComputedStyle(it);
        const place = it.getBoundingClientRect();
        const wide = it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 1 && display !== "inline";
        const high = it.scrollHeight > it.clientHeight + 1 && overflowY === "hidden" && it.clientHeight > 1;
        const out = place.right > Math.min(right, innerWidth) + 0.5 || place.left < Math.max(left, 0) - 0.5;
        return out || (wide && overflowX !== "auto") || (wide && it.matches(".scroll, .panel, .earlier-body")) || high;
      })
      .map((it) => it.outerHTML.slice(0, 120));
  });

/** @param {Page} page @param {string} colour Of the system's. @returns {Promise<string>} As the browser computes it. */
export const system = (page, colour) =>
  page.evaluate((name) => {
    document.body.style.color = name;
    return getComputedStyle(document.body).color;
  }, colour);
