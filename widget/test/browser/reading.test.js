import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { hook, launch, open, pause, visit, write } from "./browser.js";

/** @import { Page } from "playwright-core" */
/** @import { Platform } from "../platform/platform.js" */

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** @param {Platform} platform */
const told = (platform) =>
  platform.commands.filter(({ name }) => name === "conversation.read").map(({ payload }) => payload.seq);

/** @param {Platform} platform @param {number[]} wanted */
async function until(platform, wanted) {
  for (let waited = 0; waited < 5_000 && told(platform).join() !== wanted.join(); waited += 100) await pause(100);
  assert.deepEqual(told(platform), wanted);
}

/** @param {Platform} platform @param {string} text */
const say = (platform, text) => platform.say(platform.talk(), { sender: "operator", operator_name: "Анна", text });

/** @param {Page} page @param {boolean} hidden As when another tab is before it. */
const hide = (page, hidden) =>
  page.evaluate((it) => {
    Object.defineProperty(document, "hidden", { configurable: true, value: it });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);

test("what is before the visitor's eyes is read, once; what is not is not, and counts", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  await write(page, "Вопрос");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  say(platform, "Здравствуйте");
  say(platform, "Чем помочь?");
  await until(platform, [3]);
  await hide(page, true);
  say(platform, "Вы тут?");
  await hook(page, "message").getByText("Вы тут?").waitFor({ state: "attached" });
  await page.locator(".badge", { hasText: "1" }).waitFor({ state: "attached" });
  await pause(1_000);
  assert.deepEqual(told(platform), [3]);
  await hide(page, false);
  await until(platform, [3, 4]);
  assert.equal(await page.locator(".badge").isVisible(), false);
  await hook(page, "close").click();
  say(platform, "Закрыто");
  await page.locator(".badge", { hasText: "1" }).waitFor();
  await pause(1_000);
  assert.deepEqual(told(platform), [3, 4]);
  await open(page);
  await until(platform, [3, 4, 5]);
  // What was told stays told, also over a reload.
  await page.reload();
  await hook(page, "message").getByText("Закрыто").waitFor();
  await pause(1_200);
  assert.deepEqual(told(platform), [3, 4, 5]);
});

test("whoever reads further up has not read what came below", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  for (let n = 0; n < 12; n += 1) say(platform, `Строка ${n}\n\n`.repeat(4));
  await until(platform, [12]);
  await page.locator(".scroll").evaluate((it) => it.scrollTo({ top: 0 }));
  await page.locator(".jump").waitFor();
  say(platform, "Внизу");
  await page.locator(".badge", { hasText: "1" }).waitFor({ state: "attached" });
  await pause(1_000);
  assert.deepEqual(told(platform), [12]);
  await page.locator(".jump").click();
  await until(platform, [12, 13]);
});

test("of several tabs one tells, and what came while the platform was away is told after", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  const second = await page.context().newPage();
  await second.goto(page.url());
  await open(second);
  await hook(second, "close").click();
  say(platform, "Для обеих");
  await second.locator(".badge", { hasText: "1" }).waitFor();
  await until(platform, [1]);
  await second.locator(".badge").waitFor({ state: "hidden" });
  await open(second);
  await pause(1_000);
  assert.deepEqual(told(platform), [1]);
  await second.close();
  await platform.stop();
  await hook(page, "connection").waitFor();
  platform.message(platform.talk(), { sender: "operator", operator_name: "Анна", text: "Пока вас не было" });
  await platform.start();
  await hook(page, "message").getByText("Пока вас не было").waitFor({ timeout: 20_000 });
  await until(platform, [1, 2]);
});
