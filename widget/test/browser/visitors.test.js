import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { error } from "../platform/platform.js";
import { hook, launch, open, pause, visit, write } from "./browser.js";

/** @import { Page } from "playwright-core" */

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** @param {Page} page @param {any[]} call */
const otvet = (page, ...call) =>
  page.evaluate(([name, ...rest]) => void (/** @type {any} */ (window).Otvet(name, ...rest)), call);

/** @param {Page} page @param {any[]} call Until the conversation that it leads to is there. */
async function become(page, ...call) {
  const asked = page.waitForResponse(
    (response) => response.url().endsWith("/visitor/sessions") && response.status() === 200,
  );
  await otvet(page, ...call);
  await (await asked).finished();
  // What was there before is drawn over two frames later, at the latest.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.locator('[data-presence="agent"]').waitFor();
}

/** @param {Page} page No session comes until `unroute`. */
const hold = (page) => page.route("**/visitor/sessions", (route) => route.abort());

/** @param {Page} page @param {string} name */
const focus = (page, name) => hook(page, name).and(page.locator(":focus")).waitFor();

const kept = (/** @type {Page} */ page) => page.evaluate(() => JSON.stringify({ ...localStorage }));

test("what one person could not send never goes out as the next one's", async (t) => {
  const { page, platform } = await visit(t, browser, { query: `attributes=${encodeURIComponent('data-identity="anna"')}` });
  platform.refuse = (name) => (name === "message.send" ? error("broker_unavailable", { retry_after: 60 }) : undefined);
  await open(page);
  await write(page, "Мой пароль 1234");
  await hook(page, "message", '[data-state="queued"]').waitFor();
  await hook(page, "composer").fill("И ещё тайное");
  platform.refuse = () => undefined;
  await become(page, "identify", "boris");
  await hook(page, "message").first().waitFor({ state: "detached" });
  assert.equal(await hook(page, "composer").inputValue(), "");
  await become(page, "identify", null);
  await write(page, "Я никто");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  const said = () => [...platform.talks.values()].map(({ person, messages }) => [person, messages.map(({ text }) => text)]);
  assert.deepEqual(said(), [["anna", []], ["boris", []], [undefined, ["Я никто"]]]);
  // It waited for whoever wrote it.
  await become(page, "identify", "anna");
  await hook(page, "message", '[data-state="sent"]').getByText("Мой пароль 1234").waitFor();
  assert.deepEqual(said().map(([person]) => person), ["anna", "boris", undefined]);
});

test("what is written while somebody else signs in is theirs, however long the session takes", async (t) => {
  const { page, platform } = await visit(t, browser, { query: `attributes=${encodeURIComponent('data-identity="anna"')}` });
  await open(page);
  await write(page, "Слова Анны");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  await hold(page);
  await otvet(page, "identify", "boris");
  await write(page, "Слова Бориса");
  // Longer than the first waits: it has been tried again and again.
  await pause(2_000);
  await page.unroute("**/visitor/sessions");
  await hook(page, "message", '[data-state="sent"]').getByText("Слова Бориса").waitFor({ timeout: 20_000 });
  const said = [...platform.talks.values()].map(({ person, messages }) => [person, messages.map(({ text }) => text)]);
  assert.deepEqual(said, [["anna", ["Слова Анны"]], ["boris", ["Слова Бориса"]]]);
});

test("a reset clears the screen at once, and what is typed after it stays", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  await write(page, "Мой адрес");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  platform.fact(platform.talk(), "operator.joined", { name: "Ольга" });
  await page.locator('[data-presence="operator"]').waitFor();
  await hold(page);
  await otvet(page, "reset");
  await hook(page, "message").waitFor({ state: "detached" });
  assert.equal(await hook(page, "panel").getByText("Ольга").count(), 0);
  await hook(page, "composer").fill("Уже другой");
  await page.unroute("**/visitor/sessions");
  await page.locator('[data-presence="agent"]').waitFor();
  assert.equal(platform.talks.size, 2);
  assert.equal(await hook(page, "composer").inputValue(), "Уже другой");
});

test("whoever signs in as themself keeps what they wrote, sent or not", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  platform.refuse = (name) => (name === "message.send" ? error("broker_unavailable", { retry_after: 60 }) : undefined);
  await write(page, "До входа");
  await hook(page, "message", '[data-state="queued"]').waitFor();
  await hook(page, "composer").fill("Недописанное");
  platform.refuse = () => undefined;
  await become(page, "identify", "anna");
  await hook(page, "message", '[data-state="sent"]').getByText("До входа").waitFor();
  assert.equal(await hook(page, "composer").inputValue(), "Недописанное");
  assert.equal(platform.talks.size, 1);
});

test("a token from before the sign-in is dropped where it is left, and what was typed stays", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  await write(page, "Вопрос");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  await hook(page, "composer").fill("Недописанное");
  const talk = platform.talk();
  // On another device, with a copy of the token.
  const token = await page.evaluate(() => localStorage.getItem("otvet:site_test_key_1:token"));
  const answer = await fetch(`${platform.base}/api/v1/visitor/sessions`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ site_key: "site_test_key_1", identity: "anna" }),
  });
  assert.equal((await answer.json()).conversation_id, talk.id);
  await page.waitForFunction((old) => {
    const now = localStorage.getItem("otvet:site_test_key_1:token");
    return now && now !== old;
  }, token);
  await hook(page, "message").waitFor({ state: "detached" });
  await page.locator('[data-presence="agent"]').waitFor();
  assert.equal(await hook(page, "composer").inputValue(), "Недописанное");
  assert.equal(platform.talks.size, 2);
});

test("after a reset nothing of whoever was here is left on the device, in any tab", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  await write(page, "Мой адрес");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  const second = await page.context().newPage();
  await second.goto(page.url());
  await open(second);
  await hook(second, "message").getByText("Мой адрес").waitFor();
  platform.refuse = (name) => (name === "message.send" ? error("broker_unavailable", { retry_after: 60 }) : undefined);
  await write(page, "Не ушло");
  await hook(page, "message", '[data-state="queued"]').waitFor();
  await hook(page, "composer").fill("Недописанное");
  await hook(second, "composer").fill("Недописанное и тут");
  const first = platform.talk();
  const token = await page.evaluate(() => localStorage.getItem("otvet:site_test_key_1:token"));
  assert.ok(token);
  platform.refuse = () => undefined;
  const earlier = platform.auths.length;
  await become(page, "reset");
  for (const each of [page, second]) {
    await each.locator('[data-presence="agent"]').waitFor();
    await hook(each, "message").first().waitFor({ state: "detached" });
    assert.equal(await hook(each, "composer").inputValue(), "");
  }
  await pause(500);
  const left = await kept(page);
  for (const word of [token, first.id, "Не ушло"]) assert.equal(left.includes(word), false, word);
  assert.deepEqual(first.messages.map(({ text }) => text), ["Мой адрес"]);
  // One tab of the two may be speaking for both.
  const shown = platform.auths.slice(earlier).map((auth) => auth.token);
  assert.ok(shown.length > 0);
  assert.equal(shown.includes(token), false);
  // Tabs do not go on resetting each other.
  const asked = platform.requests.length;
  await pause(700);
  assert.equal(platform.requests.length, asked);
});

/** Its answers are long in coming. @param {Page} page */
const slowly = (page) =>
  page.context().route("**/visitor/sessions", async (route) => (await pause(400), route.continue()));

/** For a page's beginning: what it stores other tabs find later than a lock. */
function late() {
  const { setItem, getItem } = Storage.prototype;
  /** @type {Map<string, string>} */
  const mine = new Map();
  Storage.prototype.setItem = function (key, value) {
    mine.set(key, value);
    setTimeout(() => mine.get(key) === value && mine.delete(key) && setItem.call(this, key, value), 100);
  };
  Storage.prototype.getItem = function (key) {
    return mine.get(key) ?? getItem.call(this, key);
  };
}

test("two tabs that begin anew at once are one visitor", async (t) => {
  const { page, platform } = await visit(t, browser);
  await page.context().addInitScript(late);
  await page.reload();
  await open(page);
  const second = await page.context().newPage();
  await second.goto(page.url());
  await open(second);
  await slowly(page);
  const begun = platform.visitors.size;
  await become(page, "reset");
  await second.locator('[data-presence="agent"]').waitFor();
  await write(page, "Из первой");
  await hook(second, "message").getByText("Из первой").waitFor();
  const asked = platform.requests.filter(({ method, url }) => method === "POST" && url.endsWith("/sessions")).slice(begun);
  assert.deepEqual(asked.map(({ headers }) => Boolean(headers.authorization)), [false, true]);
  assert.equal(platform.talks.size, 2);
});

test("a tab that sleeps in its turn does not keep the others from beginning", async (t) => {
  const { page, platform } = await visit(t, browser);
  const asleep = await page.context().newPage();
  await asleep.goto(page.url());
  await asleep.evaluate(() => void navigator.locks.request("otvet:site_test_key_1:asking", () => new Promise(() => {})));
  await open(page);
  assert.equal(platform.talks.size, 1);
});

test("a reset before the panel was ever opened is one, too", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  await hook(page, "close").click();
  await page.reload();
  await hook(page, "launcher").waitFor();
  await otvet(page, "reset");
  assert.equal(await kept(page), "{}");
  await open(page);
  assert.equal(platform.talks.size, 2);
});

test("a tab whose visitor signs in elsewhere in the browser goes on under the new token", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  const second = await page.context().newPage();
  await second.goto(page.url());
  await open(second);
  await become(page, "identify", "anna");
  await second.locator('[data-presence="agent"]').waitFor();
  await write(second, "Из второй");
  await hook(page, "message").getByText("Из второй").waitFor();
  assert.equal(platform.talks.size, 1);
});

test("whoever wants to be forgotten is asked once more, and begins anew", async (t) => {
  const { page, platform, errors } = await visit(t, browser);
  await open(page);
  assert.equal(await hook(page, "erase").isVisible(), false, "there is nothing yet");
  await write(page, "Мой адрес");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  const talk = platform.talk();
  const [visitor] = platform.visitors.values();
  await hook(page, "erase").click();
  await hook(page, "erase-no").click();
  assert.equal(await hook(page, "erase-yes").count(), 0);
  await focus(page, "erase");
  await hook(page, "erase").click();
  for (const message of ["Слишком часто.", ""]) {
    platform.refuse = (name) => (name === "erasure" ? error("rate_limited", { message }) : undefined);
    await hook(page, "erase-yes").click();
    await hook(page, "panel").getByRole("alert").getByText(message || "Не получилось удалить.").waitFor();
    await focus(page, "erase-yes");
  }
  assert.deepEqual(platform.erased, []);
  platform.refuse = () => undefined;
  await hook(page, "erase-yes").click();
  await hook(page, "erase-status").getByText("Ваши данные удаляются").waitFor();
  await focus(page, "erase-status");
  await hook(page, "message").waitFor({ state: "detached" });
  await page.locator('[data-presence="agent"]').waitFor();
  assert.deepEqual(platform.erased, [visitor?.id]);
  assert.notEqual(platform.talk().id, talk.id);
  assert.equal((await kept(page)).includes(talk.id), false);
  await write(page, "Другое");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  assert.deepEqual(talk.messages.map(({ text }) => text), ["Мой адрес"]);
  assert.deepEqual(errors.filter((line) => !/404|429/.test(line)), []);
});

test("whoever begins another conversation, in which nothing is said yet, can have what was said before deleted", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  await write(page, "Мой адрес");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  const talk = platform.talk();
  platform.complete(talk, { agent: "network", text: "Ответ" });
  talk.state = { id: talk.id, status: "closed" };
  platform.fact(talk, "conversation.status", { status: "closed" });
  await hook(page, "again").click();
  await hook(page, "example").first().waitFor();
  await hook(page, "erase").waitFor();
  await page.reload();
  await page.locator('[data-presence="agent"]').waitFor();
  assert.equal(await hook(page, "message").count(), 0);
  await hook(page, "erase").click();
  await hook(page, "erase-yes").click();
  await hook(page, "erase-status").getByText("Ваши данные удаляются").waitFor();
  const [visitor] = platform.visitors.values();
  assert.deepEqual(platform.erased, [visitor?.id]);
  await page.locator('[data-presence="agent"]').waitFor();
  assert.equal(await hook(page, "erase").isVisible(), false, "there is nothing any more");
});
