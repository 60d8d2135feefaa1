/** Pages of somebody else, as they are found: written by each test. */
import { createServer } from "node:http";
import { Platform } from "../platform/platform.js";

/** @import { Browser } from "playwright-core" */

/**
 * @typedef {object} Host
 * @property {string} [head] Before the tag of the widget.
 * @property {string | ((base: string) => string)} [tag] The tag of the widget, or another in its place.
 * @property {string} [body]
 * @property {(base: string) => string} [csp]
 * @property {import("playwright-core").BrowserContextOptions} [context]
 */

/** @param {string} base @param {string} [attributes] */
export const tagOf = (base, attributes = "") =>
  `<script src="${base}/widget.js" data-site-key="site_test_key_1" ${attributes} async></script>`;

/**
 * A host page of another origin than the platform's.
 *
 * @param {import("node:test").TestContext} t Ends it all with the test, failed or not.
 * @param {Browser} browser
 * @param {Host} [host]
 */
export async function hostPage(t, browser, { head = "", tag = tagOf, body = "<h1>Host</h1>", csp, context = {} } = {}) {
  const platform = await new Platform().start();
  const session = await browser.newContext({ locale: "ru-RU", ...context });
  const page = await session.newPage();
  page.setDefaultTimeout(10_000);
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    if (csp) response.setHeader("content-security-policy", csp(platform.base));
    response.end(html);
  });
  t.after(async () => {
    await session.close();
    server.closeAllConnections();
    server.close();
    await platform.stop();
  });
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (line) => {
    if (line.type() === "error") errors.push(line.text());
  });
  const { base } = platform;
  const html =
    `<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Host</title>` +
    `<meta name="viewport" content="width=device-width,initial-scale=1">${head}` +
    `${typeof tag === "function" ? tag(base) : tag}</head><body>${body}</body></html>`;
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  await page.goto(`http://127.0.0.1:${port}/`);
  return { platform, page, errors, base };
}
