import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { relay } from "../platform/relay.js";
import { hook, launch, open, pause, visit, write } from "./browser.js";

/** @import { Page } from "playwright-core" */

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** How a page learns that it is looked at again. @type {Record<string, (page: Page) => Promise<void>>} */
const WAKES = {
  visibilitychange: (page) => page.evaluate(() => void document.dispatchEvent(new Event("visibilitychange"))),
  pageshow: (page) => page.evaluate(() => void window.dispatchEvent(new PageTransitionEvent("pageshow"))),
  online: (page) => page.evaluate(() => void window.dispatchEvent(new Event("online"))),
};

for (const [name, wake] of Object.entries(WAKES)) {
  test(`${name}: whoever waits to connect again does so at once`, async (t) => {
    const { page, platform } = await visit(t, browser);
    // The longest waits there are.
    await page.addInitScript(() => void (Math.random = () => 0.999));
    await page.reload();
    await open(page);
    await platform.stop();
    await hook(page, "connection").waitFor();
    // After 0.6, 1.2 and 2.4 s it has tried; it would again in 4.8.
    await pause(4_500);
    await platform.start();
    await pause(300);
    assert.equal(await hook(page, "connection").isVisible(), true);
    await wake(page);
    await hook(page, "connection").waitFor({ state: "hidden", timeout: 2_000 });
  });

  test(`${name}: a socket that died without a word is replaced at once, and nothing is missed`, async (t) => {
    const { page, platform } = await visit(t, browser);
    const line = await relay(platform);
    t.after(line.close);
    await page.goto(`${platform.base}/host?base=${line.base}`);
    await open(page);
    await write(page, "Вопрос");
    await hook(page, "message", '[data-state="sent"]').waitFor();
    line.kill();
    platform.say(platform.talk(), { sender: "operator", operator_name: "Анна", text: "Вы тут?" });
    await pause(300);
    assert.equal(await hook(page, "message").count(), 1);
    assert.equal(await page.locator('[data-presence="agent"]').count(), 1, "nothing tells that it is dead");
    await wake(page);
    await hook(page, "message").getByText("Вы тут?").waitFor({ timeout: 6_000 });
    assert.equal(await hook(page, "connection").isVisible(), false, "there was nothing to say");
    assert.match(platform.auths.at(-1).cursor, /^abc:\d+$/);
    await write(page, "Тут");
    await hook(page, "message", '[data-state="sent"]').getByText("Тут").waitFor();
    assert.equal(await hook(page, "message").count(), 3);
  });
}

test("a socket that lives is asked once, and stays", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  for (const wake of Object.values(WAKES)) await wake(page);
  await pause(300);
  for (const wake of Object.values(WAKES)) await wake(page);
  await pause(5_000);
  const asked = platform.commands.filter(({ name }) => name === "connection.check").length;
  assert.ok(asked >= 2 && asked <= 6, `${asked}`);
  assert.equal(platform.auths.length, 1);
});

test("what was under way on a socket that died goes again by the next one, once", async (t) => {
  const { page, platform } = await visit(t, browser);
  const line = await relay(platform);
  t.after(line.close);
  await page.goto(`${platform.base}/host?base=${line.base}`);
  await open(page);
  line.kill();
  await write(page, "Вопрос");
  await hook(page, "message", '[data-state="sending"]').waitFor();
  await WAKES["visibilitychange"]?.(page);
  await hook(page, "message", '[data-state="sent"]').waitFor({ timeout: 6_000 });
  assert.deepEqual(platform.talk().messages.map(({ text }) => text), ["Вопрос"]);
  assert.equal(await hook(page, "message").count(), 1);
});
