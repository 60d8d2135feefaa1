/** What the browser tests share. */
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { Platform } from "../platform/platform.js";

/** @import { Browser, BrowserContextOptions, Locator, Page } from "playwright-core" */

/**
 * @param {import("playwright-core").LaunchOptions} [options]
 * @returns {Promise<Browser>}
 */
export function launch(options) {
  const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
  // A file that takes too long is ended by SIGTERM, which Playwright would answer by closing the
  // browser, and stay.
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"], handleSIGTERM: false, ...options });
}

/**
 * @param {import("node:test").TestContext} t Ends it all with the test, failed or not.
 * @param {Browser} browser
 * @param {{ context?: BrowserContextOptions, query?: string, platform?: Partial<Platform> }} [how]
 */
export async function visit(t, browser, { context = {}, query = "", platform: settings = {} } = {}) {
  const platform = await Object.assign(new Platform(), settings).start();
  const session = await browser.newContext({ locale: "ru-RU", ...context });
  const page = await session.newPage();
  page.setDefaultTimeout(10_000);
  t.after(async () => {
    await session.close();
    await platform.stop();
  });
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (line) => {
    if (line.type() === "error") errors.push(line.text());
  });
  await page.goto(`${platform.base}/host?${query}`);
  await hook(page, "launcher").waitFor();
  return { platform, page, errors };
}

/**
 * @param {Page} page
 * @param {string} name
 * @param {string} [more] Further attribute selectors.
 */
export function hook(page, name, more = "") {
  return page.locator(`[data-otvet="${name}"]${more}`);
}

/** @param {Page} page */
export async function open(page) {
  await hook(page, "launcher").click();
  await hook(page, "panel").waitFor();
  await page.locator('[data-presence="agent"]').waitFor();
  await settled(hook(page, "panel"));
}

/**
 * Waits until an element has come to rest: while it still moves in, its place is not its place.
 *
 * @param {Locator} locator
 */
export async function settled(locator) {
  await locator.evaluate(async (it) => {
    await Promise.allSettled(it.getAnimations().map((one) => one.finished));
  });
}

/**
 * @param {Page} page
 * @param {string} text
 */
export async function write(page, text) {
  await hook(page, "composer").fill(text);
  await hook(page, "composer").press("Enter");
}

/** @param {number} ms */
export function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Ten seconds long.
 *
 * @param {() => boolean} holds
 * @param {string} what Is said where it does not.
 */
export async function until(holds, what) {
  for (let left = 100; !holds(); left -= 1) {
    assert.ok(left > 0, what);
    await pause(100);
  }
}

/** For a page's beginning: its first wait for a platform that is lost ends only when the test runs `waits`. */
export function waitLong() {
  Math.random = () => 0.999;
  const { setTimeout: start } = window;
  /** @type {(() => void)[]} */
  const waits = [];
  const setTimeout = (/** @type {() => void} */ run, /** @type {number} */ ms) => (ms === 599 ? waits.push(run) : start(run, ms));
  Object.assign(window, { waits, setTimeout });
}
