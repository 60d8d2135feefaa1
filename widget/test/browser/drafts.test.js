/** What the visitor has begun to write outlives the page, and is nobody else's. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { hook, launch, open, visit, write } from "./browser.js";

/** @import { Page } from "playwright-core" */

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const DRAFT = "Недописанное, в две\nстроки";
const kept = (/** @type {Page} */ page) => page.evaluate(() => localStorage.getItem("otvet:site_test_key_1:draft"));
const field = (/** @type {Page} */ page) => hook(page, "composer").inputValue();

/** @param {Page} page @param {any[]} call */
async function become(page, ...call) {
  const asked = page.waitForResponse((response) => response.url().endsWith("/visitor/sessions"));
  await page.evaluate(([name, ...rest]) => void (/** @type {any} */ (window).Otvet(name, ...rest)), call);
  await (await asked).finished();
  await page.locator('[data-presence="agent"]').waitFor();
}

test("a draft is there again after a reload, and after the tab was closed, until it is sent", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  await hook(page, "composer").fill(DRAFT);
  assert.equal(await kept(page), `${platform.talk().id} ${DRAFT}`);
  await page.reload();
  await page.locator('[data-presence="agent"]').waitFor();
  assert.equal(await field(page), DRAFT);
  assert.equal(await hook(page, "send").isEnabled(), true);

  const next = await page.context().newPage();
  await page.close();
  await next.goto(`${platform.base}/host`);
  await open(next);
  assert.equal(await field(next), DRAFT);
  await hook(next, "composer").press("Enter");
  await hook(next, "message", '[data-state="sent"]').waitFor();
  assert.equal(await kept(next), null);
  await next.reload();
  await next.locator('[data-presence="agent"]').waitFor();
  assert.equal(await field(next), "");
});

test("what is written while the session is on its way goes before what was kept", async (t) => {
  const { page } = await visit(t, browser);
  await open(page);
  await hook(page, "composer").fill("Старое");
  await page.route("**/visitor/sessions", async (route) => {
    await hook(page, "composer").fill("Новое");
    await route.continue();
  });
  await page.reload();
  await page.locator('[data-presence="agent"]').waitFor();
  assert.equal(await field(page), "Новое");
  assert.match((await kept(page)) ?? "", / Новое$/);
});

test("a draft is of one person alone: a sign-in and a reset leave nothing of it", async (t) => {
  const { page } = await visit(t, browser, { query: `attributes=${encodeURIComponent('data-identity="anna"')}` });
  await open(page);
  await hook(page, "composer").fill("Тайное Анны");
  await become(page, "identify", "boris");
  assert.equal(await field(page), "");
  assert.equal(await kept(page), null);
  await hook(page, "composer").fill("Тайное Бориса");
  await become(page, "reset");
  assert.equal(await field(page), "");
  assert.equal(await kept(page), null);
});

test("a draft of a conversation that is no more fills nobody's field", async (t) => {
  const { page } = await visit(t, browser);
  await page.evaluate(() => localStorage.setItem("otvet:site_test_key_1:draft", "another-conversation Чужое"));
  await open(page);
  assert.equal(await field(page), "");
  assert.equal(await kept(page), null);
});

test("an erasure takes the draft with it", async (t) => {
  const { page } = await visit(t, browser);
  await open(page);
  await write(page, "Вопрос");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  await hook(page, "composer").fill("Недописанное");
  await hook(page, "erase").click();
  await hook(page, "erase-yes").click();
  await hook(page, "erase-status").getByText("удаляются").waitFor();
  assert.equal(await field(page), "");
  assert.equal(await kept(page), null);
});

test("a button of the demo that says nothing leaves what was begun; one that asks puts its question there", async (t) => {
  const { page, platform } = await visit(t, browser);
  await page.goto(`${platform.base}/demo/`);
  await open(page);
  await hook(page, "composer").fill(DRAFT);
  await hook(page, "close").click();
  await page.getByRole("button", { name: "Задать вопрос" }).click();
  await hook(page, "panel").waitFor();
  assert.equal(await field(page), DRAFT);
  await hook(page, "composer").fill("");
  await hook(page, "close").click();
  await page.getByRole("button", { name: "Outlook завис" }).click();
  await hook(page, "panel").waitFor();
  assert.equal(await field(page), "Outlook завис на заставке");
});
