/** The sound of what comes unseen. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { hook, launch, open, pause, visit } from "./browser.js";

/** @import { BrowserContext, Page } from "playwright-core" */
/** @import { Platform } from "../platform/platform.js" */

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const SETTLED = 700;

/** @param {BrowserContext} context Counts the notes that are played. */
const listen = (context) =>
  context.addInitScript(() => {
    const real = window.AudioContext;
    const heard = /** @type {any} */ (window);
    heard.notes = 0;
    heard.contexts = [];
    heard.loudest = 0;
    window.AudioContext = class extends real {
      constructor() {
        super();
        heard.contexts.push(this);
      }
      createOscillator() {
        heard.notes += 1;
        return super.createOscillator();
      }
      createGain() {
        const gain = super.createGain();
        const ramp = gain.gain.linearRampToValueAtTime.bind(gain.gain);
        gain.gain.linearRampToValueAtTime = (value, at) => ((heard.loudest = Math.max(heard.loudest, value)), ramp(value, at));
        return gain;
      }
    };
  });

/** @param {Page} page */
const notes = (page) => page.evaluate(() => /** @type {any} */ (window).notes);

/** @param {Page} page @param {boolean} hidden */
const hide = (page, hidden) =>
  page.evaluate((value) => {
    Object.defineProperty(document, "hidden", { value, configurable: true });
    Object.defineProperty(document, "visibilityState", { value: value ? "hidden" : "visible", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);

/** @param {Page} page @param {Platform} platform */
async function begun(page, platform) {
  await listen(page.context());
  await page.reload();
  await open(page);
  platform.complete(platform.talk(), { outcome: "answered", text: "Первый ответ" });
  await hook(page, "sound").waitFor();
  await pause(SETTLED);
  assert.equal(await notes(page), 0, "what is before the eyes makes no sound");
  await pause(3_000);
}

test("an answer sounds, quietly, where the panel is closed or the tab hidden, and history never", async (t) => {
  const { page, platform, errors } = await visit(t, browser);
  await begun(page, platform);
  await hook(page, "close").click();
  platform.say(platform.talk(), { sender: "operator", text: "Вы здесь?" });
  platform.say(platform.talk(), { sender: "operator", text: "Ау" });
  await page.waitForFunction(() => /** @type {any} */ (window).notes > 0);
  await pause(SETTLED);
  assert.equal(await notes(page), 2, "one sound of two notes for both");
  assert.ok((await page.evaluate(() => /** @type {any} */ (window).loudest)) <= 0.06);

  await pause(3_000);
  const states = () => page.evaluate(() => /** @type {any} */ (window).contexts.map((/** @type {AudioContext} */ { state }) => state));
  assert.deepEqual(await states(), ["suspended"], "one, and it rests between sounds");
  await hook(page, "launcher").click();
  await hide(page, true);
  platform.complete(platform.talk(), { outcome: "answered", text: "Ответ в спину" });
  await page.waitForFunction(() => /** @type {any} */ (window).notes === 4, null, { polling: 100 });
  platform.say(platform.talk(), { sender: "system", outcome: "closed", text: "x" });
  await pause(SETTLED);
  await page.reload();
  await hook(page, "sound").waitFor();
  await pause(SETTLED);
  assert.equal(await notes(page), 0, "what was said before the reload");
  assert.deepEqual(errors.filter((line) => !line.includes("404")), []);
});

test("it can be muted for good, by the keyboard, and the button says how it is", async (t) => {
  const { page, platform } = await visit(t, browser);
  await begun(page, platform);
  const button = page.getByRole("button", { name: "Звук новых сообщений" });
  assert.equal(await button.getAttribute("aria-pressed"), "true");
  await button.focus();
  await page.keyboard.press("Enter");
  assert.equal(await button.getAttribute("aria-pressed"), "false");
  await page.reload();
  await button.waitFor();
  assert.equal(await button.getAttribute("aria-pressed"), "false");
  await hook(page, "close").click();
  platform.say(platform.talk(), { sender: "operator", text: "Вы здесь?" });
  await page.locator(".badge").getByText("1").waitFor();
  await pause(SETTLED);
  assert.equal(await notes(page), 0);
  await hook(page, "launcher").click();
  await button.click();
  assert.equal(await notes(page), 2, "it is heard how it sounds");
});

test("a page that nobody has touched is silent", async (t) => {
  const { page, platform, errors } = await visit(t, browser);
  await begun(page, platform);
  // A script of the test's own counts as a gesture, and so does one before the reload.
  await page.addInitScript(() => Object.defineProperty(navigator, "userActivation", { value: { hasBeenActive: false } }));
  await page.reload();
  await hook(page, "sound").waitFor();
  await hide(page, true);
  platform.say(platform.talk(), { sender: "operator", text: "Вы здесь?" });
  await page.locator(".badge").getByText("1").waitFor({ state: "attached" });
  await pause(SETTLED + 300);
  assert.equal(await notes(page), 0);
  assert.deepEqual(errors.filter((line) => !line.includes("404")), []);
});

test("of two tabs one rings, and none while the answer is read in the other", async (t) => {
  const { page, platform } = await visit(t, browser);
  await begun(page, platform);
  const other = await page.context().newPage();
  await other.goto(`${platform.base}/host`);
  await open(other);
  await hook(other, "sound").waitFor();
  await hide(page, true);
  platform.say(platform.talk(), { sender: "operator", text: "Видно во второй" });
  await hook(other, "message").getByText("Видно во второй").waitFor();
  await pause(SETTLED + 500);
  assert.deepEqual([await notes(page), await notes(other)], [0, 0]);
  await pause(3_000);
  await hide(other, true);
  platform.say(platform.talk(), { sender: "operator", text: "Никто не видит" });
  await pause(SETTLED + 800);
  assert.equal((await notes(page)) + (await notes(other)), 2);
});
