/** Thumbs on answers and the question how it went. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { error } from "../platform/platform.js";
import { hook, launch, open, visit, write } from "./browser.js";

/** @import { Page } from "playwright-core" */
/** @import { Platform } from "../platform/platform.js" */

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const pressed = (/** @type {Page} */ page, /** @type {string} */ name) => hook(page, name, '[aria-pressed="true"]');
const focused = (/** @type {Page} */ page, /** @type {string} */ name) => hook(page, name).and(page.locator(":focus")).waitFor();
const rated = (/** @type {Platform} */ { commands }) => commands.filter(({ name }) => name.endsWith(".rate")).map(({ payload }) => payload);

/** @param {Page} page @param {Platform} platform */
async function answered(page, platform) {
  await open(page);
  const { id } = platform.complete(platform.talk(), { agent: "network", outcome: "answered", text: "Проверьте кабель." });
  await hook(page, "thumb-up").waitFor();
  return id;
}

/** @param {Platform} platform */
function close(platform) {
  const talk = platform.talk();
  talk.state = { id: talk.id, status: "closed" };
  platform.fact(talk, "conversation.status", { status: "closed" });
  platform.say(talk, { sender: "system", outcome: "closed", text: "x" });
}

test("a thumb is there at once, goes to the platform, and is there after a reload and in another tab", async (t) => {
  const { page, platform, errors } = await visit(t, browser);
  const id = await answered(page, platform);
  const other = await page.context().newPage();
  await other.goto(`${platform.base}/host`);
  await open(other);
  await hook(page, "thumb-up").click();
  await pressed(page, "thumb-up").waitFor();
  await hook(page, "rated").getByText("Спасибо!").waitFor();
  assert.equal(await hook(page, "comment").count(), 0, "nobody is asked for words who is content");
  await pressed(other, "thumb-up").waitFor();
  const third = await page.context().newPage();
  await third.goto(`${platform.base}/host`);
  await open(third);
  await pressed(third, "thumb-up").waitFor();
  await page.reload();
  await pressed(page, "thumb-up").waitFor();
  assert.deepEqual(rated(platform), [{ message_id: id, rating: "up" }]);
  assert.deepEqual(errors.filter((line) => !line.includes("404")), []);
});

test("a comment goes with the thumb, by the keyboard alone, and is said to have gone", async (t) => {
  const { page, platform } = await visit(t, browser);
  const id = await answered(page, platform);
  await hook(page, "thumb-down").focus();
  await page.keyboard.press("Enter");
  await hook(page, "comment").waitFor();
  await focused(page, "thumb-down"); // no keyboard comes up over a phone unasked
  await page.keyboard.press("Tab");
  await focused(page, "comment");
  await page.keyboard.type("Кабель цел");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await hook(page, "rated").getByText("комментарий передан").waitFor();
  assert.equal(await hook(page, "rated").getAttribute("role"), "status");
  await focused(page, "thumb-down");
  assert.deepEqual(rated(platform), [
    { message_id: id, rating: "down" },
    { message_id: id, rating: "down", comment: "Кабель цел" },
  ]);
  // The same thumb again opens what was written.
  await page.keyboard.press("Enter");
  await focused(page, "comment");
  assert.equal(await hook(page, "comment").inputValue(), "Кабель цел");
  await page.keyboard.press("Escape");
  await focused(page, "thumb-down");
  assert.equal(await hook(page, "panel").isVisible(), true, "Escape closes what is innermost");
});

test("a refused thumb is taken back and says why, and words that were begun stay", async (t) => {
  const { page, platform } = await visit(t, browser);
  await answered(page, platform);
  platform.refuse = () => error("rate_limited", { message: "Слишком часто." });
  await hook(page, "thumb-up").click();
  await hook(page, "notice").getByText("Слишком часто.").waitFor();
  assert.equal(await pressed(page, "thumb-up").count(), 0);
  await hook(page, "notice").getByRole("button").click();
  platform.refuse = () => undefined;
  await hook(page, "thumb-down").click();
  await pressed(page, "thumb-down").waitFor();
  await hook(page, "comment").fill("Не то");
  platform.refuse = () => error("broker_unavailable", { message: "Позже." });
  await hook(page, "comment-send").click();
  await hook(page, "notice").getByText("Позже.").waitFor();
  assert.equal(await hook(page, "comment").inputValue(), "Не то");
  await pressed(page, "thumb-down").waitFor(); // as it was before
  platform.refuse = () => undefined;
  await hook(page, "comment-send").click();
  await hook(page, "rated").getByText("комментарий передан").waitFor();
});

/** Both in one moment, before the platform could answer the first. @param {Page} page */
const upThenDown = (page) =>
  page.evaluate(() => {
    const root = document.querySelector("otvet-widget")?.shadowRoot;
    for (const name of ["thumb-up", "thumb-down"]) {
      const thumb = /** @type {HTMLElement | null | undefined} */ (root?.querySelector(`[data-otvet="${name}"]`));
      thumb?.click();
    }
  });

test("of two thumbs in a row what the platform last took is shown", async (t) => {
  const { page, platform } = await visit(t, browser);
  await answered(page, platform);
  platform.refuse = () => error("rate_limited", { message: "Слишком часто." });
  await upThenDown(page);
  await hook(page, "notice").waitFor();
  await hook(page, "comment").waitFor({ state: "detached" });
  assert.equal(await pressed(page, "thumb-up").count() + await pressed(page, "thumb-down").count(), 0);
  platform.refuse = (_name, { rating }) => (rating === "up" ? undefined : error("rate_limited", {}));
  await upThenDown(page);
  await pressed(page, "thumb-up").waitFor();
  assert.equal(await pressed(page, "thumb-down").count(), 0);
  platform.refuse = (_name, { rating }) => (rating === "down" ? undefined : error("rate_limited", {}));
  await upThenDown(page);
  await pressed(page, "thumb-down").waitFor();
  await hook(page, "comment").waitFor();
  assert.equal(await pressed(page, "thumb-up").count(), 0);
});

test("a thumb keeps its focus while the line around it changes, and its question goes when the visitor writes on", async (t) => {
  const { page, platform } = await visit(t, browser);
  await answered(page, platform);
  await hook(page, "thumb-down").focus();
  await page.keyboard.press("Enter");
  await hook(page, "comment").waitFor();
  // The same agent goes on: the first answer is no longer the last of its group.
  platform.complete(platform.talk(), { agent: "network", outcome: "answered", text: "И перезапустите его." });
  await hook(page, "thumb-down").nth(1).waitFor();
  await focused(page, "thumb-down");
  await pressed(page, "thumb-down").waitFor();
  await write(page, "Кабель цел");
  await hook(page, "comment").waitFor({ state: "detached" });
});

test("a comment that is being written stays with its focus while the talk goes on", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  platform.complete(platform.talk(), { outcome: "answered", text: "Что?", choices: ["Одно", "Другое"] });
  await hook(page, "thumb-down").click();
  await hook(page, "comment").pressSequentially("Не");
  platform.say(platform.talk(), { sender: "operator", operator_name: "Анна", text: "Я здесь" });
  await hook(page, "choice").first().waitFor({ state: "detached" });
  await page.keyboard.type(" то");
  assert.equal(await hook(page, "comment").inputValue(), "Не то");
  await write(page, "Ещё вопрос");
  assert.equal(await hook(page, "comment").inputValue(), "Не то");
});

test("a question back and a greeting have no thumbs, nor have people", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  const talk = platform.talk();
  platform.complete(talk, { outcome: "greeted", text: "Здравствуйте" });
  platform.complete(talk, { outcome: "clarified", text: "Какой?" });
  platform.say(talk, { sender: "operator", text: "Добрый день" });
  platform.complete(talk, { outcome: "quoted", text: "Вот" });
  await hook(page, "thumb-up").waitFor();
  assert.equal(await hook(page, "thumb-up").count(), 1);
});

test("how it went is asked at the end, once, and does not come before what is written", async (t) => {
  const { page, platform, errors } = await visit(t, browser);
  await answered(page, platform);
  assert.equal(await hook(page, "score-card").isVisible(), false);
  await hook(page, "composer").focus();
  close(platform);
  await hook(page, "score-card").waitFor();
  await focused(page, "composer");
  await page.getByRole("button", { name: "Хорошо" }).click();
  await hook(page, "score", '[aria-pressed="true"][aria-label="Хорошо"]').waitFor();
  await hook(page, "scored").getByText("Спасибо за оценку!").waitFor();
  await hook(page, "comment").fill("Быстро");
  await hook(page, "comment-send").click();
  await hook(page, "scored").getByText("комментарий передан").waitFor();
  assert.deepEqual(rated(platform), [{ score: 4 }, { score: 4, comment: "Быстро" }]);
  await page.reload();
  await hook(page, "thumb-up").waitFor();
  assert.equal(await hook(page, "score-card").isVisible(), false, "it was answered");
  assert.deepEqual(errors.filter((line) => !line.includes("404")), []);
});

test("the question can be hidden for good, and is gone when somebody writes on", async (t) => {
  const { page, platform } = await visit(t, browser);
  await answered(page, platform);
  close(platform);
  await hook(page, "score-hide").click();
  await hook(page, "score-card").waitFor({ state: "hidden" });
  await focused(page, "composer");
  await page.reload();
  await hook(page, "thumb-up").waitFor();
  assert.equal(await hook(page, "score-card").isVisible(), false);

  platform.fact(platform.talk(), "conversation.status", { status: "agent" });
  await page.locator('[data-presence="agent"]').waitFor();
  close(platform);
  await hook(page, "score-card").waitFor();
  platform.fact(platform.talk(), "conversation.status", { status: "agent" });
  await hook(page, "score-card").waitFor({ state: "hidden" });
});

test("a score that is refused is taken back", async (t) => {
  const { page, platform } = await visit(t, browser);
  await answered(page, platform);
  close(platform);
  platform.refuse = () => "silence";
  await hook(page, "score").first().click();
  await hook(page, "score", '[aria-pressed="true"]').waitFor();
  platform.refuse = () => error("internal", { message: "" });
  await hook(page, "score").last().click();
  await hook(page, "notice").getByText("Что-то пошло не так").waitFor();
  await hook(page, "scored").getByText("Спасибо").waitFor({ state: "detached" });
  assert.equal(await hook(page, "score-card").isVisible(), true);
});
