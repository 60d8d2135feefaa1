import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { error } from "../platform/platform.js";
import { relay } from "../platform/relay.js";
import { hook, launch, open, pause, visit, write } from "./browser.js";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test("a reload in the middle of an answer takes it up where it was", async (t) => {
  const { page, platform } = await visit(t, browser);
  const id = crypto.randomUUID();
  platform.onMessage = (talk) => {
    platform.stage(talk, id, "writing", { agent: "network" });
    platform.delta(talk, "Первая 😀 половина");
  };
  await open(page);
  await write(page, "Вопрос");
  await hook(page, "message").getByText("Первая 😀 половина").waitFor();
  await page.reload();
  await hook(page, "message").getByText("Первая 😀 половина").waitFor();
  platform.delta(platform.talk(), " и вторая");
  await hook(page, "message").getByText("Первая 😀 половина и вторая").waitFor();
  platform.complete(platform.talk(), { id, agent: "network", text: "Первая 😀 половина и вторая." });
  await hook(page, "message", `[data-message-id="${id}"][data-state="done"]`).waitFor();
  assert.equal(platform.talks.size, 1, "the conversation is continued by its token");
  assert.equal(await hook(page, "message").count(), 2);
  assert.equal(platform.auths.at(-1).cursor, undefined, "a page without history asks for all of it");
});

test("a restart of the server: a banner, the same id again, nothing doubled", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  await write(page, "Раз");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  await platform.stop();
  await hook(page, "connection").waitFor();
  await write(page, "Два");
  await hook(page, "message", '[data-state="queued"]').waitFor();
  await platform.start();
  await hook(page, "connection").waitFor({ state: "hidden", timeout: 20_000 });
  await page.locator('[data-state="sent"]').nth(1).waitFor();
  assert.match(platform.auths.at(-1).cursor, /^abc:\d+$/);
  assert.deepEqual(platform.talk().messages.map(({ text }) => text), ["Раз", "Два"]);
  assert.equal(await hook(page, "message").count(), 2);
});

test("a lost ack: the message goes again with its id, also after a reload", async (t) => {
  const { page, platform } = await visit(t, browser);
  let silent = true;
  platform.refuse = () => (silent ? "silence" : undefined);
  await open(page);
  await write(page, "Вопрос");
  await hook(page, "message", '[data-state="sending"]').waitFor();
  await pause(100);
  silent = false;
  await page.reload();
  await hook(page, "message", '[data-state="sent"]').waitFor();
  const ids = platform.commands.map(({ payload }) => payload.client_message_id);
  assert.equal(ids.length, 2);
  assert.equal(new Set(ids).size, 1);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(":out:")).length), 0);
});

test("a token that expired while away: a new session, the same outbox", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  await platform.stop();
  await hook(page, "connection").waitFor();
  await write(page, "Не потеряйте");
  platform.visitors.clear();
  await platform.start();
  await hook(page, "message", '[data-state="sent"]').waitFor({ timeout: 20_000 });
  assert.equal(platform.talks.size, 2);
  assert.equal(platform.talk().messages[0].text, "Не потеряйте");
  assert.equal(platform.auths.at(-1).cursor, undefined, "the old conversation's cursor is not the new one's");
});

test("a stored token that is no good any more is dropped and a new session asked for", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  platform.visitors.clear();
  await page.reload();
  await page.locator('[data-presence="agent"]').waitFor();
  const sessions = platform.requests.filter(({ url, method }) => url.endsWith("/sessions") && method === "POST");
  assert.deepEqual(sessions.map(({ headers }) => Boolean(headers.authorization)), [false, true, false]);
});

test("a server that is busy is waited for", async (t) => {
  const { page, platform } = await visit(t, browser);
  let busy = true;
  platform.refuseConnection = () => (busy ? error("too_many_connections", { retry_after: 1 }) : undefined);
  await hook(page, "launcher").click();
  await hook(page, "connection").waitFor();
  busy = false;
  await page.locator('[data-presence="agent"]').waitFor({ timeout: 10_000 });
});

test("of a site that is unknown no launcher is shown; where it was shown unasked, the panel says why", async (t) => {
  const { page, platform } = await visit(t, browser);
  const script = page.waitForResponse("**/widget.js?site_key=*");
  await page.goto(`${platform.base}/host?key=site_unknown_1`);
  assert.equal((await script).status(), 404);
  assert.equal(await page.locator("otvet-widget").count(), 0);
  const asking = encodeURIComponent('data-look="ask"');
  const answer = page.waitForResponse("**/visitor/look**");
  await page.goto(`${platform.base}/host?plain&key=site_unknown_1&attributes=${asking}`);
  assert.equal((await answer).status(), 404);
  await hook(page, "launcher").waitFor({ state: "attached" });
  await pause(300);
  assert.equal(await hook(page, "launcher").isVisible(), false);
  await page.goto(`${platform.base}/host?plain&key=site_unknown_1`);
  await hook(page, "launcher").click();
  await hook(page, "connection").getByText("Чат недоступен. server says site_unknown").waitFor();
  await hook(page, "connection").getByText("Попробовать снова").waitFor();
});

test("a site that is deleted is said where somebody talks, and then nothing is left on the page", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  await write(page, "Не печатает принтер");
  platform.delete();
  await hook(page, "connection").getByText("Чат недоступен. server says site_unknown").waitFor();
  await hook(page, "panel").getByText("Не печатает принтер").waitFor();
  assert.equal(await hook(page, "launcher").isVisible(), false);
  await hook(page, "close").click();
  await hook(page, "panel").waitFor({ state: "hidden" });
  assert.equal(await hook(page, "launcher").isVisible(), false);
  const script = page.waitForResponse("**/widget.js?site_key=*");
  await page.reload();
  assert.equal((await script).status(), 404);
  assert.equal(await page.locator("otvet-widget").count(), 0);
});

/** How a proxy that lets no websocket through ends it, as a page sees it. */
const BLOCKED = /** @type {const} */ ({ refused: ["error"], "taken and closed": ["open", "close"] });

for (const [how, events] of Object.entries(BLOCKED)) {
  test(`where a websocket is ${how} it goes by polling`, async (t) => {
    const { page, platform } = await visit(t, browser);
    await page.addInitScript((names) => {
      class Blocked {
        constructor() {
          setTimeout(() => {
            for (const name of names) /** @type {any} */ (this)[`on${name}`]?.(new Event(name));
          }, 20);
        }
        close() {}
      }
      Object.defineProperty(window, "WebSocket", { value: Blocked });
    }, events);
    await page.reload();
    await open(page);
    await write(page, "Вопрос");
    await hook(page, "message", '[data-state="sent"]').waitFor();
    assert.equal(platform.talk().messages.length, 1);
  });
}

test("where a websocket is never answered it goes by polling, and once that holds this page tries none again", async (t) => {
  const { page, platform } = await visit(t, browser, { platform: { pingInterval: 500 } });
  const line = await relay(platform);
  t.after(line.close);
  line.deafen();
  await page.goto(`${platform.base}/host?base=${line.base}`);
  await open(page);
  await write(page, "Вопрос");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  assert.equal(line.unanswered, 1);
  await pause(1_000);
  await platform.stop();
  await hook(page, "connection").waitFor();
  await platform.start();
  await write(page, "Ещё вопрос");
  await hook(page, "message", '[data-state="sent"]').getByText("Ещё вопрос").waitFor({ timeout: 20_000 });
  assert.equal(line.unanswered, 1);
  assert.equal(platform.talk().messages.length, 2);
});

test("a closed panel counts what it has not shown", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  await hook(page, "close").click();
  platform.say(platform.talk(), { sender: "operator", operator_name: "Анна", text: "Вы тут?" });
  await page.locator(".badge", { hasText: "1" }).waitFor();
  await open(page);
  assert.equal(await page.locator(".badge").isVisible(), false);
  await hook(page, "message").getByText("Вы тут?").waitFor();
});

test("a person who is called while the network is away is called once it is back, once", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  await platform.stop();
  await hook(page, "connection").waitFor();
  await hook(page, "call-human").click();
  await hook(page, "queue").getByText("Зовём человека").waitFor();
  await platform.start();
  await hook(page, "connection").waitFor({ state: "hidden", timeout: 20_000 });
  const called = () => platform.commands.filter(({ name }) => name === "handoff.request").length;
  for (let waited = 0; waited < 3_000 && called() === 0; waited += 100) await pause(100);
  await pause(500);
  assert.equal(called(), 1);
});

test("a person who is called and of whom no word comes can be called again", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  platform.refuse = (name) => (name === "handoff.request" ? "silence" : undefined);
  await hook(page, "call-human").click();
  await hook(page, "queue").getByText("Зовём человека").waitFor();
  await hook(page, "notice").waitFor();
  platform.refuse = () => undefined;
  await hook(page, "call-human").click();
  await hook(page, "queue").getByText("Зовём человека").waitFor();
  assert.equal(platform.commands.filter(({ name }) => name === "handoff.request").length, 2);
});
