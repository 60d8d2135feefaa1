/** What was said before: its days, and what lies beyond the newest messages. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { hook, launch, open, pause, visit } from "./browser.js";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const DAY = 24 * 60 * 60 * 1_000;

test("days are told apart, by the visitor's own clock, and are headings", async (t) => {
  // Half a day ahead of Greenwich and half a day behind it: the same moments, other days.
  for (const timezoneId of ["Pacific/Auckland", "Pacific/Honolulu"]) {
    const { page, platform } = await visit(t, browser, { context: { timezoneId } });
    await open(page);
    const talk = platform.talk();
    const now = Date.now();
    const long = now - 400 * DAY;
    for (const at of [long, now - DAY, now]) platform.message(talk, { text: "Ответ", at: new Date(at).toISOString() });
    await page.reload();
    await hook(page, "message").nth(2).waitFor();
    const written = (/** @type {number} */ at) => new Intl.DateTimeFormat("ru", { dateStyle: "long", timeZone: timezoneId }).format(at);
    const heads = hook(page, "panel").getByRole("heading", { level: 3 });
    assert.deepEqual((await heads.allInnerTexts()).slice(-3), [written(long), "Вчера", "Сегодня"]);
    await page.context().close();
  }
});

/** @param {import("../platform/platform.js").Platform} platform @param {number} count */
function fill(platform, count) {
  const talk = platform.talk();
  for (let n = 1; n <= count; n += 1) {
    const at = new Date(Date.now() - (count - n) * 6 * 60_000).toISOString();
    platform.message(talk, n % 2 ? { sender: "visitor", text: `Вопрос ${n}`, at } : { text: `Ответ ${n}\n\nи ещё строка`, at });
  }
}

/** @param {import("playwright-core").Page} page All of it is there: a drawing would go to the end again. */
async function drawn(page) {
  await hook(page, "older").waitFor();
  await hook(page, "thumb-up").last().waitFor();
  await pause(300);
}

test("older messages come as one scrolls up, and nothing that is looked at moves", async (t) => {
  const { page, platform, errors } = await visit(t, browser);
  await open(page);
  fill(platform, 130);
  await page.reload();
  await hook(page, "message").getByText("Ответ 130").waitFor();
  assert.equal(await hook(page, "message").count(), 50);
  await page.evaluate(() => {
    const root = document.querySelector("otvet-widget")?.shadowRoot;
    const area = /** @type {HTMLElement} */ (root?.querySelector(".scroll"));
    const log = /** @type {any} */ (window);
    log.jumps = [];
    const place = () => [...area.querySelectorAll("[data-message-id]")].find((it) => it.getBoundingClientRect().bottom > area.getBoundingClientRect().top + 80);
    /** @type {{ element: Element | undefined, top: number, scrolled: number } | null} */
    let last = null;
    // Each frame: what was seen before must be where the scrolling put it.
    const look = () => {
      const card = last?.element?.querySelector(".card");
      const count = area.querySelectorAll("[data-message-id]").length;
      if (last && card && log.count !== count) log.jumps.push(Math.round(card.getBoundingClientRect().top - last.top));
      log.count = count;
      const element = place();
      last = { element, top: element?.querySelector(".card")?.getBoundingClientRect().top ?? 0, scrolled: area.scrollTop };
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const top = () => hook(page, "panel").locator(".scroll").evaluate((it) => it.scrollTo({ top: 0, behavior: "instant" }));
  await drawn(page);
  await top();
  await hook(page, "message").getByText("Вопрос 57", { exact: true }).waitFor({ state: "attached" });
  await pause(300);
  assert.equal(await hook(page, "message").count(), 75);
  assert.equal(await hook(page, "message").getByText("Вопрос 81", { exact: true }).isVisible(), true);
  for (const first of ["Вопрос 31", "Ответ 6", "Вопрос 1"]) {
    await top();
    await hook(page, "message").getByText(first, { exact: true }).waitFor({ state: "attached" });
    await pause(300);
  }
  assert.equal(await hook(page, "message").count(), 130);
  assert.equal(await hook(page, "older").isVisible(), false);
  const jumps = await page.evaluate(() => /** @type {any} */ (window).jumps);
  // Three of 25 and one of 5, nine in a frame.
  assert.equal(jumps.length, 3 * 3 + 1);
  assert.ok(jumps.every((/** @type {number} */ by) => Math.abs(by) <= 1), String(jumps));
  // Neither read aloud nor counted as new.
  assert.equal(await page.locator('[aria-live="polite"]').innerText(), "");
  assert.equal(await page.locator(".badge").textContent(), "0");
  const asked = platform.requests.filter(({ url }) => url.endsWith("/visitor/messages"));
  assert.equal(asked.length, 4);
  assert.deepEqual(errors.filter((line) => !line.includes("404")), []);
});

test("where older messages do not come it is said, and a press asks again", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  fill(platform, 60);
  platform.refuse = (name) => (name.endsWith("/messages") ? { code: "store_unavailable" } : undefined);
  await page.reload();
  await hook(page, "message").getByText("Ответ 60").waitFor();
  await drawn(page);
  await hook(page, "panel").locator(".scroll").evaluate((it) => it.scrollTo({ top: 0, behavior: "instant" }));
  await hook(page, "older").getByText("Не загрузилось").waitFor();
  platform.refuse = () => undefined;
  await hook(page, "older").focus();
  await page.keyboard.press("Enter");
  await hook(page, "message").getByText("Вопрос 1", { exact: true }).waitFor({ state: "attached" });
  assert.equal(await hook(page, "message").count(), 60);
  await page.locator(".scroll:focus").waitFor();
});

test("older messages that were asked for before all was given anew leave no gap", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  fill(platform, 130);
  await page.reload();
  await hook(page, "message").getByText("Ответ 130").waitFor();
  await drawn(page);
  let letGo = () => {};
  const held = new Promise((resolve) => (letGo = () => resolve(null)));
  await page.route(/visitor\/messages/, (route) => held.then(() => route.continue()), { times: 1 });
  const top = () => hook(page, "panel").locator(".scroll").evaluate((it) => it.scrollTo({ top: 0, behavior: "instant" }));
  const asked = page.waitForRequest(/visitor\/messages/);
  await top();
  await asked;
  const talk = platform.talk();
  for (let n = 131; n <= 190; n += 1) platform.message(talk, { text: `Ответ ${n}` });
  platform.emit(talk.id, "conversation.snapshot", platform.snapshot(talk));
  await hook(page, "message").getByText("Ответ 130", { exact: true }).waitFor({ state: "detached" });
  assert.equal(await hook(page, "message").count(), 50);
  letGo();
  while (await hook(page, "older").isVisible()) {
    await top();
    await pause(100);
  }
  assert.equal(await hook(page, "message").count(), 190);
});
