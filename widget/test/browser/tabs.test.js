import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { hook, launch, open, pause, until, visit, waitLong, write } from "./browser.js";

/** @import { Page } from "playwright-core" */

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** @param {Page} page */
async function another(page) {
  const next = await page.context().newPage();
  next.setDefaultTimeout(10_000);
  await next.goto(page.url());
  await open(next);
  return next;
}

/** @param {Page} page */
const texts = (page) => hook(page, "message").locator(".body").allTextContents();

test("two tabs, one socket: what one says the other shows, once; an answer is written in both", async (t) => {
  const { page, platform, errors } = await visit(t, browser);
  await open(page);
  const second = await another(page);
  assert.equal(platform.sockets, 1);
  assert.equal(platform.auths.length, 1);
  await write(page, "Из первой");
  await hook(second, "message").getByText("Из первой").waitFor();
  await write(second, "Из второй");
  await hook(second, "message", '[data-state="sent"]').getByText("Из второй").waitFor();
  await hook(page, "message").getByText("Из второй").waitFor();
  const id = crypto.randomUUID();
  platform.stage(platform.talk(), id, "writing", { agent: "network" });
  for (const part of ["Первая 😀", " половина", " и вторая"]) platform.delta(platform.talk(), part);
  for (const tab of [page, second]) {
    await hook(tab, "message", '[data-state="streaming"]').getByText("Первая 😀 половина и вторая").waitFor();
  }
  platform.complete(platform.talk(), { id, agent: "network", text: "Первая 😀 половина и вторая." });
  for (const tab of [page, second]) {
    await hook(tab, "message", `[data-message-id="${id}"][data-state="done"]`).waitFor();
    assert.deepEqual(await texts(tab), ["Из первой", "Из второй", "Первая 😀 половина и вторая."]);
  }
  // Stop and a human, too, go through the one socket.
  await hook(second, "call-human").click();
  await until(() => platform.commands.some(({ name }) => name === "handoff.request"), "nobody was called");
  assert.deepEqual([platform.sockets, platform.auths.length], [1, 1]);
  assert.deepEqual(errors.filter((line) => !line.includes("404")), []);
});

test("a tab that comes in the middle of an answer has it from the other tab, and goes on", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  await write(page, "Вопрос");
  const id = crypto.randomUUID();
  platform.stage(platform.talk(), id, "writing", { agent: "network" });
  platform.delta(platform.talk(), "Раз");
  const second = await another(page);
  await hook(second, "message").getByText("Раз").waitFor();
  platform.delta(platform.talk(), ", два");
  await hook(second, "message").getByText("Раз, два").waitFor();
  assert.deepEqual(await texts(second), ["Вопрос", "Раз, два"]);
  assert.equal(platform.sockets, 1);
});

/** Nothing runs in it any more. @param {Page} page @returns {Promise<() => Promise<void>>} Its undo. */
async function stun(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Debugger.enable");
  await session.send("Debugger.pause");
  // It stops at the next line.
  void page.evaluate(() => 1).catch(() => {});
  return () => session.detach();
}

/** @type {Record<string, (page: Page) => Promise<unknown>>} */
const ENDS = {
  closed: (page) => page.close(),
  killed: async (page) => {
    const session = await page.context().newCDPSession(page);
    // It never answers.
    void session.send("Page.crash").catch(() => {});
    await page.waitForEvent("crash");
  },
  "put away": async (page) => {
    // What Chromium does to a tab that was not looked at for long; a headless one is always looked at.
    await page.evaluate(() => document.dispatchEvent(new Event("freeze")));
    await stun(page);
  },
};

for (const [how, end] of Object.entries(ENDS)) {
  test(`the leading tab is ${how} in the middle of an answer: the other takes over, without a gap or a double`, async (t) => {
    const { page, platform } = await visit(t, browser);
    await open(page);
    const second = await another(page);
    const third = await another(page);
    await second.bringToFront();
    await write(page, "Вопрос");
    const id = crypto.randomUUID();
    const talk = platform.talk();
    platform.stage(talk, id, "writing", { agent: "network" });
    platform.delta(talk, "Раз");
    await hook(second, "message").getByText("Раз").waitFor();
    await end(page);
    // Said to nobody, or to whoever listens by then.
    platform.delta(talk, ", два");
    platform.say(talk, { sender: "operator", operator_name: "Анна", text: "Между" });
    await until(() => platform.auths.length === 2 && platform.sockets === 1, "nobody took over");
    assert.match(platform.auths[1].cursor, /^abc:\d+$/);
    platform.delta(talk, ", три");
    for (const tab of [second, third]) {
      await hook(tab, "message").getByText("Раз, два, три").waitFor();
      await hook(tab, "message").getByText("Между").waitFor();
    }
    await write(second, "Ещё");
    await hook(second, "message", '[data-state="sent"]').getByText("Ещё").waitFor();
    await hook(third, "message").getByText("Ещё").waitFor();
    for (const tab of [second, third]) assert.deepEqual((await texts(tab)).sort(), ["Вопрос", "Ещё", "Между", "Раз, два, три"]);
    assert.deepEqual([platform.sockets, platform.auths.length], [1, 2]);
  });
}

test("a leading tab that hangs without a word loses the lead to one that is looked at, and follows when it is back", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  const second = await another(page);
  await second.bringToFront();
  const wake = await stun(page);
  await second.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await until(() => platform.auths.length === 2, "nobody took over");
  await write(second, "Слышно?");
  await hook(second, "message", '[data-state="sent"]').waitFor();
  await wake();
  await hook(page, "message").getByText("Слышно?").waitFor();
  await until(() => platform.sockets === 1, "two lead");
  await write(page, "Да");
  await hook(second, "message").getByText("Да").waitFor();
  await hook(page, "message").getByText("Да").waitFor();
  assert.deepEqual(await texts(page), ["Слышно?", "Да"]);
  assert.equal(platform.auths.length, 2);
});

test("a page put away for the way back lets go, and follows when it is shown again", async (t) => {
  const cached = await launch({ ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  t.after(() => cached.close());
  const { page, platform } = await visit(t, cached);
  await open(page);
  await page.evaluate(() => Object.assign(window, { same: true }));
  const second = await another(page);
  await page.goto(`${platform.base}/demo/config.json`);
  await until(() => platform.auths.length === 2 && platform.sockets === 1, "nobody took over");
  await write(second, "Пока тебя не было");
  await hook(second, "message", '[data-state="sent"]').waitFor();
  await page.goBack({ waitUntil: "commit" });
  await hook(page, "message").getByText("Пока тебя не было").waitFor();
  assert.equal(await page.evaluate(() => "same" in window), true, "it came from the cache");
  assert.deepEqual([platform.sockets, platform.auths.length], [1, 2]);
});

for (const [what, deny] of /** @type {[string, () => void][]} */ ([
  ["locks", () => Object.defineProperty(Navigator.prototype, "locks", { value: undefined })],
  ["a lock", () => Object.defineProperty(LockManager.prototype, "request", { value: () => Promise.reject(new DOMException("no", "SecurityError")) })],
  ["channels", () => Object.defineProperty(window, "BroadcastChannel", { value: undefined })],
])) {
  test(`where a browser lets nobody have ${what}, each tab has its own socket`, async (t) => {
    const { page, platform } = await visit(t, browser);
    await page.context().addInitScript(deny);
    await page.reload();
    await open(page);
    const second = await another(page);
    assert.equal(platform.sockets, 2);
    await write(page, "Из первой");
    await hook(second, "message").getByText("Из первой").waitFor();
    await write(second, "Из второй");
    await hook(page, "message").getByText("Из второй").waitFor();
    assert.deepEqual(await texts(page), ["Из первой", "Из второй"]);
    assert.deepEqual(await texts(second), ["Из первой", "Из второй"]);
  });
}

/** @param {Page} page @param {import("../platform/platform.js").Platform} platform One that is over. */
async function close(page, platform) {
  const talk = platform.talk();
  platform.complete(talk, { agent: "network", outcome: "answered", text: "Ответ" });
  talk.state = { id: talk.id, status: "closed" };
  platform.fact(talk, "conversation.status", { status: "closed" });
  await hook(page, "again").waitFor();
  return talk;
}

test("who begins another conversation leaves the other tab in its own, under its own key", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  await write(page, "Вопрос");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  const second = await another(page);
  const talk = await close(page, platform);
  // It has let go of the socket, and is long in coming back.
  await page.route("**/visitor/sessions", async (route) => (await pause(1_500), route.continue()));
  await hook(page, "again").click();
  await until(() => platform.auths.length === 2, "nobody took over");
  assert.equal(platform.visitors.get(platform.auths[1].token)?.conversation, talk.id);
  platform.say(talk, { sender: "operator", operator_name: "Анна", text: "Ещё здесь?" });
  await hook(second, "message").getByText("Ещё здесь?").waitFor();
  await hook(page, "message").first().waitFor({ state: "detached" });
  await until(() => platform.sockets === 2, "a socket for each conversation");
});

test("a key that opens another conversation than is shown leads there, not to silence", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  await write(page, "Вопрос");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  // As a tab of an earlier version leaves it.
  const { token } = platform.beginAnother([...platform.visitors.values()].at(-1));
  await page.evaluate((key) => localStorage.setItem("otvet:site_test_key_1:token", key), token);
  await platform.stop();
  await hook(page, "connection").waitFor();
  await platform.start();
  await hook(page, "message").waitFor({ state: "detached", timeout: 20_000 });
  await write(page, "Другой вопрос");
  await hook(page, "message", '[data-state="sent"]').getByText("Другой вопрос").waitFor();
  assert.deepEqual([...platform.talks.values()].map(({ messages }) => messages.map(({ text }) => text)), [["Вопрос"], ["Другой вопрос"]]);
});

/** A tab that counts its tries, and hears the others later than any lock. */
function slow() {
  Object.assign(window, {
    tries: 0,
    // Playwright is told of those alone that find somebody.
    WebSocket: class extends WebSocket {
      constructor(/** @type {ConstructorParameters<typeof WebSocket>} */ ...how) {
        super(...how);
        /** @type {any} */ (window).tries += 1;
      }
    },
    // Between processes what is said has no order with what is locked.
    BroadcastChannel: class extends BroadcastChannel {
      set onmessage(/** @type {any} */ hear) {
        super.onmessage = (event) => void setTimeout(() => hear(event), 100);
      }
    },
  });
}

test("a platform that is lost is lost for every tab: none comes back before its time", async (t) => {
  const { page, platform } = await visit(t, browser);
  for (const script of [waitLong, slow]) await page.context().addInitScript(script);
  await page.reload();
  await open(page);
  const tabs = [page, await another(page), await another(page)];
  const tried = () => Promise.all(tabs.map((tab) => tab.evaluate("tries")));
  assert.deepEqual(await tried(), [1, 0, 0]);
  await platform.stop();
  for (const tab of tabs) await tab.waitForFunction("waits.length > 0");
  await pause(700);
  assert.deepEqual(await tried(), [1, 0, 0]);
  await platform.start();
  for (const tab of tabs) await tab.evaluate("waits.splice(0).forEach((run) => run())");
  for (const tab of tabs) await hook(tab, "connection").waitFor({ state: "hidden", timeout: 20_000 });
  await until(() => platform.sockets === 1, "two sockets");
});

test("people of two kinds in two tabs: a socket each, and nothing crosses over", async (t) => {
  const { page, platform } = await visit(t, browser, { query: `attributes=${encodeURIComponent('data-identity="anna"')}` });
  await open(page);
  const second = await page.context().newPage();
  await second.goto(`${platform.base}/host?attributes=${encodeURIComponent('data-identity="boris"')}`);
  await open(second);
  assert.equal(platform.sockets, 2);
  await write(page, "Я Анна");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  await write(second, "Я Борис");
  await hook(second, "message", '[data-state="sent"]').waitFor();
  assert.deepEqual([await texts(page), await texts(second)], [["Я Анна"], ["Я Борис"]]);
  assert.deepEqual([...platform.talks.values()].map(({ person }) => person), ["anna", "boris"]);
});

test("who signs in in one tab is who they are in the others, and talks on with one socket", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  await write(page, "До входа");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  const second = await another(page);
  await page.evaluate(() => void (/** @type {any} */ (window).Otvet("identify", "anna")));
  await until(() => platform.requests.filter(({ body }) => body?.identity === "anna").length === 2, "the other was not told");
  await until(() => platform.sockets === 1, "two sockets");
  for (const tab of [page, second]) await tab.locator('[data-presence="agent"]').waitFor();
  await write(second, "После входа");
  await hook(second, "message", '[data-state="sent"]').getByText("После входа").waitFor();
  await hook(page, "message").getByText("После входа").waitFor();
  const talks = () => [...platform.talks.values()].filter(({ person }) => person);
  assert.deepEqual(talks().map(({ person, messages }) => [person, messages.length]), [["anna", 2]]);
  // Somebody whom the platform knew before has a conversation of their own.
  await page.evaluate(() => void (/** @type {any} */ (window).Otvet("reset")));
  for (const tab of [page, second]) await hook(tab, "message").first().waitFor({ state: "detached" });
  await page.evaluate(() => void (/** @type {any} */ (window).Otvet("identify", "anna")));
  for (const tab of [page, second]) await hook(tab, "message").getByText("После входа").waitFor();
  await until(() => platform.sockets === 1, "two sockets");
  // Nobody goes on telling each other.
  const asked = platform.requests.length;
  await pause(700);
  assert.equal(platform.requests.length, asked);
});
