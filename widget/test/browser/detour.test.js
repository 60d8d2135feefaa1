/** The whole of talking where no Socket.IO can live: by polling, and by frames on a plain websocket. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { error, SETTINGS } from "../platform/platform.js";
import { hook, launch, open, pause, until, visit, waitLong, write } from "./browser.js";
import { half, HALF, ID, kept, REST, texts } from "./half.js";

/** @import { Platform } from "../platform/platform.js" */

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** What the platform says of how it is to be talked with. @type {Record<string, (platform: Platform) => any>} */
const WAYS = { "by polling": () => ({ kind: "poll" }), "by frames": ({ lines }) => lines.websocket };

/** As sockets have it, too: what a poll goes on from is its own. @param {string} [cursor] */
const ofFact = (cursor) => cursor?.startsWith("abc:") ?? false;

/** @param {Platform} platform @param {string} name */
const sent = (platform, name) => platform.commands.filter((it) => it.name === name).map(({ payload }) => payload);

for (const [way, transport] of Object.entries(WAYS)) {
  /** @param {import("node:test").TestContext} t @param {() => void} [first] For the page's beginning. */
  async function opened(t, first) {
    const it = await visit(t, browser);
    if (first) await it.page.addInitScript(first);
    if (first) await it.page.reload();
    it.platform.settings = { ...SETTINGS, transport: transport(it.platform) };
    await open(it.page);
    return it;
  }

  describe(way, () => {
    test("a question, an answer as it is written with its source, a stop, a person; another tab; a reload in the middle", async (t) => {
      const { page, platform, errors } = await opened(t);
      const talk = await half(page, platform);
      await page.reload();
      await hook(page, "message").getByText(HALF).waitFor();
      const second = await page.context().newPage();
      second.setDefaultTimeout(10_000);
      await second.goto(page.url());
      await open(second);
      await hook(second, "message").getByText(HALF).waitFor();
      platform.delta(talk, REST);
      for (const tab of [page, second]) await hook(tab, "message", '[data-state="streaming"]').getByText(HALF + REST).waitFor();
      await hook(page, "stop").click();
      await until(() => sent(platform, "generation.stop").length === 1, "nothing was stopped");
      platform.complete(talk, { id: ID, agent: "network", text: `${HALF}${REST} [1].`, citations: [{ n: 1, title: "Сеть", quote: "Так." }] });
      for (const tab of [page, second]) await hook(tab, "citation").getByText("Сеть").waitFor();
      await hook(second, "call-human").click();
      await until(() => sent(platform, "handoff.request").length === 1, "nobody was called");
      talk.state = { id: talk.id, status: "operator", operator_name: "Анна Орлова" };
      platform.fact(talk, "operator.joined", { name: "Анна Орлова" });
      platform.say(talk, { sender: "operator", operator_name: "Анна Орлова", text: "Здравствуйте!" });
      for (const tab of [page, second]) await hook(tab, "message", '[data-sender="operator"]').getByText("Здравствуйте!").waitFor();
      await write(second, "Добрый день");
      for (const tab of [page, second]) await hook(tab, "message").getByText("Добрый день").waitFor();
      const all = ["Вопрос", `${HALF}${REST} 1.`, "Здравствуйте!", "Добрый день"];
      for (const tab of [page, second]) assert.deepEqual(await texts(tab), all);
      // One request is held, or one websocket open, for both; between two requests it is none.
      await until(() => platform.lines.open === 1, "one leads");
      // The one that leads goes: the other goes on from where it is.
      const earlier = platform.lines.cursors.length;
      await page.close();
      await until(() => platform.lines.cursors.slice(earlier).some(ofFact), "nobody went on");
      platform.say(talk, { sender: "operator", operator_name: "Анна Орлова", text: "Чем помочь?" });
      await hook(second, "message").getByText("Чем помочь?").waitFor();
      assert.deepEqual(await texts(second), [...all, "Чем помочь?"]);
      assert.deepEqual([platform.auths, platform.sockets], [[], 0], "no Socket.IO was tried");
      assert.deepEqual(errors.filter((line) => !line.includes("404")), []);
    });

    test("without a network what is written waits and goes once, under its id; the platform is killed in the middle of an answer", async (t) => {
      // Whoever waits to come back waits until it is called.
      const { page, platform } = await opened(t, waitLong);
      const talk = await half(page, platform);
      await page.context().setOffline(true);
      await hook(page, "connection").waitFor();
      await write(page, "Раз");
      await hook(page, "message", '[data-state="queued"]').waitFor();
      platform.delta(talk, REST);
      await page.context().setOffline(false);
      await hook(page, "message").getByText(HALF + REST).waitFor();
      await page.locator('[data-state="sent"]').nth(1).waitFor();
      await platform.stop();
      await hook(page, "connection").waitFor();
      await write(page, "Два");
      await hook(page, "message", '[data-state="queued"]').waitFor();
      platform.delta(talk, ", и третья");
      const ids = await kept(page);
      const earlier = platform.lines.cursors.length;
      await platform.start();
      // The tab is looked at again.
      await page.evaluate(() => void document.dispatchEvent(new Event("visibilitychange")));
      await hook(page, "message").getByText(`${HALF}${REST}, и третья`).waitFor({ timeout: 20_000 });
      await page.locator('[data-state="sent"]').nth(2).waitFor();
      platform.complete(talk, { id: ID, agent: "network", text: "Готово." });
      await hook(page, "message", `[data-message-id="${ID}"][data-state="done"]`).waitFor();
      assert.deepEqual(sent(platform, "message.send").map(({ text }) => text), ["Вопрос", "Раз", "Два"]);
      assert.deepEqual(ids, [sent(platform, "message.send").at(-1)?.client_message_id]);
      assert.deepEqual((await texts(page)).sort(), ["Вопрос", "Готово.", "Два", "Раз"]);
      assert.ok(ofFact(platform.lines.cursors[earlier]), "it goes on from where it was");
    });

    test("a token that expired is another session's; who is asked to wait waits and sends the same again", async (t) => {
      const { page, platform } = await opened(t);
      await write(page, "Раз");
      await hook(page, "message", '[data-state="sent"]').waitFor();
      /** @type {number[]} */
      const times = [];
      platform.refuse = (name) => {
        if (name !== "message.send" || times.push(performance.now()) > 1) return undefined;
        return error("rate_limited", { retry_after: 1 });
      };
      await write(page, "Два");
      await page.locator('[data-state="sent"]').nth(1).waitFor();
      const ids = sent(platform, "message.send").slice(1).map(({ client_message_id: id }) => id);
      assert.deepEqual([ids.length, new Set(ids).size], [2, 1]);
      assert.ok((times[1] ?? 0) - (times[0] ?? 0) >= 1_000, "it was waited for");
      platform.visitors.clear();
      await write(page, "Три");
      await until(() => platform.talks.size === 2, "there is no other session");
      await hook(page, "message", '[data-state="sent"]').getByText("Три").waitFor();
      assert.deepEqual(platform.talk().messages.map(({ text }) => text), ["Три"]);
    });

    test("destroyed, it leaves nothing open", async (t) => {
      const { page, platform } = await opened(t);
      await until(() => platform.lines.open === 1, "it is not there");
      await page.evaluate(() => /** @type {any} */ (window).Otvet("destroy"));
      await until(() => platform.lines.open === 0, "it goes on");
      const asked = platform.requests.length;
      await pause(600);
      assert.equal(platform.requests.length, asked);
    });
  });
}

test("a websocket that has died and says nothing is found out within a minute, and followed by another", async (t) => {
  const { page, platform } = await visit(t, browser);
  platform.settings = { ...SETTINGS, transport: platform.lines.websocket };
  await page.clock.install();
  await open(page);
  await page.clock.fastForward(60_000);
  await until(() => platform.lines.pings === 1, "it does not ask");
  // Acks come in their order: with this one that of the ping is there.
  const talk = await half(page, platform);
  await page.clock.fastForward(9_000);
  platform.delta(talk, REST);
  await hook(page, "message").getByText(HALF + REST).waitFor();
  assert.equal(platform.lines.cursors.length, 1, "it was answered, and stays");
  platform.lines.numb();
  platform.complete(talk, { id: ID, agent: "network", text: "Готово." });
  await page.clock.fastForward(60_000);
  await page.clock.fastForward(9_000);
  await hook(page, "message", `[data-message-id="${ID}"][data-state="done"]`).waitFor();
  assert.deepEqual(await texts(page), ["Вопрос", "Готово."]);
  assert.deepEqual([platform.lines.pings, platform.lines.cursors.length], [1, 2], "it has come anew once");
  assert.ok(ofFact(platform.lines.cursors[1]), "it goes on from where it was");
});

test("a websocket that is closed for its age is followed by another, from its cursor", async (t) => {
  const { page, platform } = await visit(t, browser);
  platform.settings = { ...SETTINGS, transport: platform.lines.websocket };
  await open(page);
  await half(page, platform);
  platform.lines.close();
  await until(() => platform.lines.cursors.length === 2, "it does not come back");
  assert.ok(ofFact(platform.lines.cursors[1]));
  platform.complete(platform.talk(), { id: ID, agent: "network", text: "Готово." });
  await hook(page, "message", `[data-message-id="${ID}"][data-state="done"]`).waitFor();
  assert.deepEqual(await texts(page), ["Вопрос", "Готово."]);
});
