/** Other conversations of the same visitor. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { error } from "../platform/platform.js";
import { hook, launch, open, pause, visit, write } from "./browser.js";

/** @import { Page } from "playwright-core" */
/** @import { Platform } from "../platform/platform.js" */

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const focused = (/** @type {Page} */ page, /** @type {string} */ name) => hook(page, name).and(page.locator(":focus")).waitFor();
const asked = (/** @type {Platform} */ { requests }) => requests.filter(({ url }) => url.endsWith("/visitor/conversations"));
const signed = { query: `attributes=${encodeURIComponent('data-identity="anna"')}` };

/** @param {Page} page @param {Platform} platform @param {string} question */
async function over(page, platform, question) {
  const talk = platform.talk();
  await write(page, question);
  await hook(page, "message", '[data-state="sent"]').getByText(question).waitFor();
  platform.complete(talk, { agent: "network", outcome: "answered", text: `Ответ: ${question}`, choices: ["Ещё"] });
  talk.state = { id: talk.id, status: "closed" };
  platform.fact(talk, "conversation.status", { status: "closed" });
  platform.say(talk, { sender: "system", outcome: "closed", text: "x" });
  await hook(page, "again").waitFor();
  return talk;
}

test("a conversation that is over can be followed by another, and is read from there", async (t) => {
  const { page, platform, errors } = await visit(t, browser);
  await open(page);
  const file = { name: "план.txt", mimeType: "text/plain", buffer: Buffer.from("слово") };
  await hook(page, "attach").setInputFiles(file);
  await hook(page, "tray-file").getByText("10 Б").waitFor();
  const first = await over(page, platform, "Первый вопрос");
  await hook(page, "score").last().click();
  assert.equal(await hook(page, "earlier-open").isVisible(), false, "there is no other one");
  await hook(page, "again").click();
  await hook(page, "message").first().waitFor({ state: "detached" });
  await focused(page, "composer");
  assert.equal(platform.talks.size, 2);
  await write(page, "Второй вопрос");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  assert.deepEqual(first.messages.map(({ sender }) => sender), ["visitor", "agent", "system"]);

  await hook(page, "earlier-open").click();
  const item = hook(page, "earlier-item");
  await item.getByText("Первый вопрос").waitFor();
  assert.equal(await item.count(), 1, "not the one that goes on");
  assert.match(await item.innerText(), /завершён · оценка\u00a05\u00a0из\u00a05/);
  await item.click();
  const sheet = hook(page, "earlier");
  await sheet.getByText("Ответ: Первый вопрос").waitFor();
  assert.equal(await sheet.locator('[data-otvet="choice"]').count(), 0, "nothing can be answered there");
  const download = page.waitForEvent("download");
  await sheet.getByRole("button", { name: "Скачать план.txt" }).click();
  await download;
  assert.ok(platform.requests.some(({ url }) => url.includes(`/conversations/${first.id}/attachments/`)));
  await hook(page, "earlier-back").click();
  await hook(page, "earlier-back").click();
  await focused(page, "earlier-open");
  assert.equal(await hook(page, "composer").isVisible(), true);
  assert.deepEqual(errors.filter((line) => !line.includes("404")), []);
});

test("somebody whom the site knows finds them on the first screen, by the keyboard alone", async (t) => {
  const { page, platform } = await visit(t, browser, signed);
  await open(page);
  for (const question of ["Один", "Два", "Три"]) {
    await over(page, platform, question);
    await hook(page, "again").click();
    await hook(page, "message").first().waitFor({ state: "detached" });
    await page.locator('[data-presence="agent"]').waitFor();
  }
  platform.listed = 2;
  await page.reload();
  await hook(page, "earlier-open").waitFor();
  await hook(page, "earlier-open").focus();
  await page.keyboard.press("Enter");
  await hook(page, "earlier-item").first().waitFor();
  assert.equal(await hook(page, "composer").evaluate((it) => it.closest("[inert]") !== null), true);
  await page.getByRole("button", { name: "Показать ещё" }).click();
  await hook(page, "earlier-item").getByText("Один").waitFor();
  assert.deepEqual(await hook(page, "earlier-item").locator(".earlier-question").allInnerTexts(), ["Три", "Два", "Один"]);
  await hook(page, "earlier-item").nth(1).focus();
  await page.keyboard.press("Enter");
  await hook(page, "earlier").getByText("Ответ: Два").waitFor();
  await page.keyboard.press("Escape");
  await page.locator('[data-otvet="earlier-item"]:focus').getByText("Два").waitFor();
  await page.keyboard.press("Escape");
  await focused(page, "earlier-open");
  assert.equal(await hook(page, "panel").isVisible(), true);
});

test("an older platform, or one that does not answer, offers none and breaks nothing", async (t) => {
  const { page, platform } = await visit(t, browser, signed);
  await open(page);
  platform.refuse = (name) => (name.endsWith("/conversations") ? error("not_found", { message: "Нет такого." }) : undefined);
  await over(page, platform, "Вопрос");
  await page.reload();
  await hook(page, "again").click();
  await hook(page, "notice").getByText("Нет такого.").waitFor();
  assert.equal(await hook(page, "earlier-open").isVisible(), false);
  assert.equal(await hook(page, "message").count(), 3);
});

test("nobody is asked for other conversations before the visitor has come to the beginning", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  for (let n = 0; n < 40; n += 1) platform.message(platform.talk(), { text: `Ответ ${n}`, outcome: "answered" });
  await page.reload();
  await hook(page, "thumb-up").first().waitFor({ state: "attached" });
  await pause(500);
  assert.equal(asked(platform).length, 0);
  const answer = page.waitForResponse((response) => response.url().includes("/visitor/conversations"));
  await hook(page, "panel").locator(".scroll").evaluate((it) => it.scrollTo({ top: 0 }));
  await answer;
});

test("whoever was here before is not read on after a reset", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  await over(page, platform, "Мой пароль не подходит");
  await hook(page, "score").last().click();
  await hook(page, "again").click();
  await hook(page, "message").first().waitFor({ state: "detached" });
  await hook(page, "earlier-open").click();
  await hook(page, "earlier-item").click();
  await hook(page, "earlier").getByText("Ответ: Мой пароль").waitFor();
  await page.evaluate(() => /** @type {any} */ (window).Otvet("reset"));
  await hook(page, "earlier").waitFor({ state: "detached" });
  assert.equal(await hook(page, "panel").locator("[inert]").count(), 0, "what was beneath is there again");
  await page.locator('[data-presence="agent"]').waitFor();
  assert.equal(await hook(page, "earlier-open").isVisible(), false);
});
