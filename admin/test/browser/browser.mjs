import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { ANNA, PASSWORD } from "./platform-auth.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const SHOTS = process.env.SHOTS_DIR ?? "/tmp/otvet-admin-shots";
export const DESKTOP = { width: 1360, height: 860 };
export const PHONE = { width: 390, height: 844 };

export async function openBrowser() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
  return browser;
}

/** A page that fails the test for anything the console complains of, the policy's refusals included. */
export async function openPage(browser, { viewport = DESKTOP, scheme = "light", locale = "ru-RU", touch = false } = {}) {
  const context = await browser.newContext({
    viewport,
    colorScheme: scheme,
    locale,
    hasTouch: touch,
    isMobile: touch,
  });
  const page = await context.newPage();
  asked.set(page, countRequests(page));
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    // Refusals that a test provokes are reported by the browser itself.
    if (/Failed to load resource|WebSocket connection/.test(message.text())) return;
    complaints.push(message.text());
  });
  return { context, page, complaints };
}

/** What a page has asked for: the requests that are not answered yet, and how many there were in all. */
const asked = new WeakMap();

function countRequests(page) {
  const requests = { pending: new Set(), total: 0 };
  page.on("request", (request) => {
    if (request.url().includes("/socket.io/")) return;
    requests.pending.add(request);
    requests.total += 1;
  });
  for (const over of ["requestfinished", "requestfailed"]) page.on(over, (request) => requests.pending.delete(request));
  return requests;
}

/** What a press has asked for, a part of the console that is loaded when it is first shown, is here. */
async function answered(page) {
  const until = Date.now() + 20_000;
  do {
    await page.evaluate(() => new Promise((resolve) => window.requestAnimationFrame(() => window.requestAnimationFrame(resolve))));
    if (Date.now() > until) throw new Error(`not answered: ${[...asked.get(page).pending].map((each) => each.url())}`);
  } while (asked.get(page).pending.size > 0);
}

export async function signIn(page, platform, path = "/admin/", operator = ANNA) {
  await page.goto(platform.url + path);
  await page.locator('[data-testid="sign-in"] input[name="email"]').fill(operator.email);
  await page.locator('[data-testid="sign-in"] input[name="password"]').fill(PASSWORD);
  await page.locator('[data-testid="sign-in"] button[type="submit"]').click();
  await page.locator('[data-testid="tab-waiting"]').waitFor();
}

/** Findings of axe, but minor ones, on what is shown now; by these rules alone, where some are named. */
export async function expectAccessible(page, what, rules) {
  // Evaluated from the test's side: the page's own policy forbids scripts of others.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (runOnly) => window.axe.run(document, { resultTypes: ["violations"], ...(runOnly && { runOnly }) }),
    rules,
  );
  const found = violations
    .filter((each) => each.impact === "serious" || each.impact === "critical" || each.impact === "moderate")
    .map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(" ")).join("; ")}`);
  assert.deepEqual(found, [], `axe on ${what}`);
}

/** Nothing moves any more, and nothing is on its way. */
export async function settled(page) {
  let before;
  do {
    before = asked.get(page).total;
    await answered(page);
    // A console that has only just learnt who it serves asks for its page's own file now, and shows no page meanwhile.
    await page.waitForFunction(
      () => document.querySelector("main:not([aria-busy])") && !document.querySelector(".bg-line.animate-breathe, main[aria-busy]"),
    );
  } while (asked.get(page).total !== before);
  await page.evaluate(async () => {
    await document.fonts.ready;
    const frame = () => new Promise((resolve) => window.requestAnimationFrame(resolve));
    const moving = (pending) =>
      document.getAnimations().some((each) => each.effect.getTiming().iterations !== Infinity && each.playState === "running" && each.pending === pending);
    // What has just changed begins to move with the next frame.
    const began = await frame();
    let now;
    // What moves comes to its end; what waits to be started may wait for ever, as a preview's does that nobody sees.
    do now = await frame();
    while ((moving(false) && now - began < 10_000) || (moving(true) && now - began < 1_000));
  });
}

/** Nothing has to be scrolled sideways, but what is made for it. */
export async function expectNoSideways(page, what) {
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter((each) => each.scrollWidth > each.clientWidth + 1 && !each.classList.contains("overflow-x-auto"))
      .filter((each) => each === document.documentElement || /auto|scroll/.test(window.getComputedStyle(each).overflowX))
      .filter((each) => each.tagName !== "TEXTAREA")
      .map((each) => `${each.tagName.toLowerCase()}.${each.className} by ${each.scrollWidth - each.clientWidth}px`),
  );
  assert.deepEqual(wide, [], `${what} scrolls sideways`);
}

export async function shot(page, name) {
  await page.screenshot({ path: `${SHOTS}/${name}.png` });
}

export const row = (page, id) => page.locator(`[data-testid="conversation-row"][data-conversation-id="${id}"]`);
export const byTestId = (page, id) => page.locator(`[data-testid="${id}"]`);
