/** The network, or the platform, goes while somebody talks, and comes back. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { hook, launch, open, pause, visit, waitLong, write } from "./browser.js";
import { half, HALF, ID, kept, REST, texts } from "./half.js";
import { hostPage, tagOf } from "./host.js";

/** @import { Page } from "playwright-core" */
/** @import { Platform } from "../platform/platform.js" */

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** @param {Platform} platform */
const sent = (platform) =>
  platform.commands.filter(({ name }) => name === "message.send").map(({ payload }) => [payload.text, payload.client_message_id]);

/** Each says what was written meanwhile. @type {Record<string, (page: Page) => Promise<string[]>>} */
const WAYS = {
  "is taken away": async (page) => {
    await page.context().setOffline(true);
    return [];
  },
  "stalls, and is taken away": async (page) => {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Network.enable");
    // The socket stays open, and nothing gets through.
    await devtools.send("Network.emulateNetworkConditions", { offline: false, latency: 600_000, downloadThroughput: 1, uploadThroughput: 1 });
    await write(page, "Ещё");
    await hook(page, "message", '[data-state="sending"]').waitFor();
    await pause(300);
    await page.context().setOffline(true);
    await devtools.detach();
    return ["Ещё"];
  },
};

for (const [way, take] of Object.entries(WAYS)) {
  test(`the network ${way} in the middle of an answer: what is written waits, and goes once when it is back, at once`, async (t) => {
    const { page, platform } = await visit(t, browser);
    await page.addInitScript(waitLong);
    await page.reload();
    await open(page);
    const talk = await half(page, platform);
    const mine = [...(await take(page)), "И ещё"];
    await hook(page, "connection").waitFor();
    await write(page, "И ещё");
    await page.locator('[data-state="queued"]').nth(mine.length - 1).waitFor();
    const ids = await kept(page);
    assert.equal(ids.length, mine.length);
    platform.delta(talk, REST);
    platform.say(talk, { sender: "operator", operator_name: "Анна", text: "Между" });
    platform.complete(talk, { id: ID, agent: "network", text: HALF + REST });
    await page.context().setOffline(false);
    await hook(page, "connection").waitFor({ state: "hidden", timeout: 3_000 });
    await page.locator('[data-state="sent"]').nth(mine.length).waitFor();
    // What was under way may have arrived, or not: it goes again as the same.
    assert.deepEqual(new Set(sent(platform).slice(1).map(([, id]) => id)), new Set(ids));
    const all = talk.messages.map(({ text }) => text);
    assert.deepEqual(await texts(page), all);
    assert.deepEqual(all.sort(), ["Вопрос", "Между", HALF + REST, ...mine].sort());
    assert.deepEqual(await kept(page), []);
  });
}

test("what was written without a network outlives a reload without one, and goes once, under its id", async (t) => {
  const { page, platform } = await visit(t, browser);
  // The site has a cache of its own, as apps on the web have.
  await page.route(/\/host|\.js/, async (route) => {
    const response = await fetch(route.request().url());
    await route.fulfill({ contentType: response.headers.get("content-type") ?? "", body: await response.text() });
  });
  await page.addInitScript(waitLong);
  await page.reload();
  await open(page);
  await page.context().setOffline(true);
  await hook(page, "connection").waitFor();
  await write(page, "Раз");
  await write(page, "Два");
  const ids = await kept(page);
  await page.reload();
  await hook(page, "connection").waitFor();
  assert.deepEqual((await kept(page)).sort(), ids.sort());
  // Before it is known whose the kept ones are, what is new waits behind them.
  await write(page, "Три");
  await hook(page, "message", '[data-state="queued"]').getByText("Три").waitFor();
  await page.context().setOffline(false);
  await page.locator('[data-state="sent"]').nth(2).waitFor({ timeout: 3_000 });
  assert.deepEqual(await texts(page), ["Раз", "Два", "Три"]);
  assert.deepEqual(sent(platform).map(([text]) => text), ["Раз", "Два", "Три"]);
  assert.deepEqual(sent(platform).slice(0, 2).map(([, id]) => id).sort(), ids.sort());
  assert.deepEqual(platform.talk().messages.map(({ text }) => text), ["Раз", "Два", "Три"]);
});

for (const [how, finished] of /** @type {const} */ ([["still being written", false], ["finished", true]])) {
  test(`the handler is killed in the middle of an answer, which is ${how} when the next one is there`, async (t) => {
    const { page, platform } = await visit(t, browser);
    await open(page);
    const talk = await half(page, platform);
    await platform.stop();
    await hook(page, "connection").waitFor();
    assert.deepEqual(await texts(page), ["Вопрос", HALF], "what was there stays");
    await write(page, "Ещё");
    await hook(page, "message", '[data-state="queued"]').waitFor();
    const [id] = await kept(page);
    const end = () => platform.complete(talk, { id: ID, agent: "network", text: `${HALF}${REST}.` });
    // Those who write the answer have gone on, and said it to nobody.
    platform.delta(talk, REST);
    if (finished) end();
    await platform.start();
    await hook(page, "message").getByText(HALF + REST).waitFor({ timeout: 20_000 });
    await page.locator('[data-state="sent"]').nth(1).waitFor();
    if (!finished) end();
    await hook(page, "message", `[data-message-id="${ID}"][data-state="done"]`).waitFor();
    assert.deepEqual((await texts(page)).sort(), ["Вопрос", "Ещё", `${HALF}${REST}.`]);
    assert.deepEqual(sent(platform).map(([text]) => text), ["Вопрос", "Ещё"]);
    assert.equal(sent(platform)[1]?.[1], id);
  });
}

/** As the page, before the script is there or after. @param {Page} page @param {string} text */
const say = (page, text) => page.evaluate((it) => void (/** @type {any} */ (window).Otvet.push(["send", it])), text);

/** As a page's own loader. @param {Page} page @param {string} base @returns {Promise<boolean>} It has come. */
const load = (page, base) =>
  page.evaluate((html) => {
    const script = /** @type {HTMLScriptElement} */ (document.createRange().createContextualFragment(html).firstChild);
    document.head.append(script);
    return new Promise((resolve) => {
      script.onload = () => resolve(true);
      script.onerror = () => (script.remove(), resolve(false));
    });
  }, tagOf(base));

test("what the page sends without a network, before the script did come, goes once when it does", async (t) => {
  const { page, platform, base } = await hostPage(t, browser, { tag: "", head: "<script>window.Otvet = []</script>" });
  await page.context().setOffline(true);
  for (const text of ["Раз", "Два"]) await say(page, text);
  assert.equal(await load(page, base), false);
  await page.context().setOffline(false);
  // It may take the browser a moment to believe it.
  while (!(await load(page, base))) await pause(100);
  await page.locator('[data-state="sent"]').nth(1).waitFor();
  await pause(300);
  assert.deepEqual(platform.talk().messages.map(({ text }) => text), ["Раз", "Два"]);
  assert.deepEqual(sent(platform).map(([text]) => text), ["Раз", "Два"]);
});

test("what the page sends without a network, before its panel ever came, goes once when the visitor opens it", async (t) => {
  const { page, platform } = await hostPage(t, browser);
  await hook(page, "launcher").waitFor();
  await page.context().setOffline(true);
  const failed = page.waitForEvent("console", (line) => line.text().includes("did not load"));
  for (const text of ["Раз", "Два"]) await say(page, text);
  await failed;
  await page.context().setOffline(false);
  await hook(page, "launcher").click();
  await page.locator('[data-state="sent"]').nth(1).waitFor();
  await pause(300);
  assert.deepEqual(platform.talk().messages.map(({ text }) => text), ["Раз", "Два"]);
  assert.deepEqual(sent(platform).map(([text]) => text), ["Раз", "Два"]);
});

test("what the page sends while the panel does not load is not lost: it goes once, when the visitor opens it", async (t) => {
  const { page, platform } = await hostPage(t, browser);
  await hook(page, "launcher").waitFor();
  let fails = 2;
  await page.route("**/panel.js*", (route) => (fails-- > 0 ? route.abort() : route.continue()));
  for (const text of ["Раз", "Два"]) {
    const said = page.waitForEvent("console", (line) => line.text().includes("did not load"));
    await say(page, text);
    await said;
  }
  assert.equal(platform.talks.size, 0);
  await hook(page, "launcher").click();
  await page.locator('[data-state="sent"]').nth(1).waitFor();
  await hook(page, "close").click();
  await hook(page, "launcher").click();
  await pause(300);
  assert.deepEqual(sent(platform).map(([text]) => text), ["Раз", "Два"]);
});
