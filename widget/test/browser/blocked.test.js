/** Somebody on the way, or the page itself, lets no socket through. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { REFUSALS } from "../../src/core/detour.js";
import { SETTINGS } from "../platform/platform.js";
import { hook, launch, open, until, visit, write } from "./browser.js";
import { hostPage, tagOf } from "./host.js";

/** @import { Page } from "playwright-core" */

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const script = await readFile(new URL("../../dist/widget.js", import.meta.url));
const pin = `sha384-${createHash("sha384").update(script).digest("base64")}`;
/** @param {string} base */
const pinned = (base) => tagOf(base, `nonce="abc123" integrity="${pin}" crossorigin="anonymous"`);

/** Full jitter that is none: whoever waits comes back at once. @param {Page} page */
const hasten = (page) => page.addInitScript(() => void (Math.random = () => 0));

test("where Socket.IO is refused three times although HTTP works it goes by polling, also on the tab's next page", async (t) => {
  const { page, platform } = await visit(t, browser, { platform: { blocked: true } });
  await hasten(page);
  await page.reload();
  await open(page);
  await write(page, "Вопрос");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  platform.say(platform.talk(), { text: "Ответ" });
  await hook(page, "message").getByText("Ответ").waitFor();
  // Each is a websocket, and polling of Engine.IO's own.
  assert.equal(platform.blockings, 2 * REFUSALS);
  await page.reload();
  await hook(page, "message").getByText("Ответ").waitFor();
  await write(page, "Ещё");
  await page.locator('[data-state="sent"]').nth(1).waitFor();
  assert.equal(platform.blockings, 2 * REFUSALS);
  // Another tab follows this one, and goes on by Socket.IO where that works now, from where it is.
  platform.blocked = false;
  const another = await page.context().newPage();
  another.setDefaultTimeout(10_000);
  await another.goto(page.url());
  await open(another);
  assert.equal(platform.auths.length, 0);
  await page.close();
  await until(() => platform.sockets === 1, "nobody went on");
  assert.match(platform.auths.at(-1).cursor, /^abc:\d+$/);
  await write(another, "И ещё");
  await hook(another, "message", '[data-state="sent"]').getByText("И ещё").waitFor();
  assert.deepEqual(platform.talk().messages.map(({ text }) => text), ["Вопрос", "Ответ", "Ещё", "И ещё"]);
});

test("a platform that is away for long is talked with by Socket.IO again when it is back", async (t) => {
  const { page, platform } = await visit(t, browser);
  // The browser has the part from before.
  const body = await readFile(new URL("../../dist/detour.js", import.meta.url), "utf8");
  await page.route(/\/widget\/detour\.js/, (route) => route.fulfill({ contentType: "text/javascript", body }));
  await hasten(page);
  await page.reload();
  await open(page);
  let tries = 0;
  page.on("requestfailed", (request) => void (tries += Number(/socket\.io|visitor\/events/.test(request.url()))));
  await platform.stop();
  await until(() => tries > 2 * REFUSALS, "it does not try");
  await platform.start();
  await write(page, "Вопрос");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  assert.equal(platform.sockets, 1);
  assert.equal(await page.evaluate(() => sessionStorage.getItem("otvet:site_test_key_1:detour")), null);
});

test("an older platform, which has no other way, is tried by Socket.IO for as long as it takes", async (t) => {
  const { page, platform } = await visit(t, browser, { platform: { blocked: true } });
  platform.lines.absent = true;
  await hasten(page);
  await page.reload();
  await hook(page, "launcher").click();
  await until(() => platform.blockings > 2 * REFUSALS + 2, "it has given up");
  platform.blocked = false;
  await page.locator('[data-presence="agent"]').waitFor();
  assert.equal(platform.sockets, 1);
});

/** @param {string} base What the page may ask besides. @param {string} more */
const policy = (base, more) =>
  `default-src 'none'; script-src 'nonce-abc123'; connect-src ${base} ${more}; style-src 'self'; base-uri 'none'`;

test("a page that pins the script and lists the websocket's address goes by that", async (t) => {
  const { page, platform, errors } = await hostPage(t, browser, { tag: pinned, csp: (base) => policy(base, `${base.replace("http", "ws")}/frames`) });
  platform.settings = { ...SETTINGS, transport: platform.lines.websocket };
  await open(page);
  await write(page, "Вопрос");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  assert.equal(platform.lines.open, 1);
  assert.equal(platform.requests.filter(({ url }) => url.endsWith("/commands")).length, 0);
  assert.deepEqual(errors, []);
});

test("a page that does not list the websocket's address goes by polling", async (t) => {
  const { page, platform, errors } = await hostPage(t, browser, { tag: pinned, csp: (base) => policy(base, "") });
  platform.settings = { ...SETTINGS, transport: platform.lines.websocket };
  await hasten(page);
  await page.reload();
  await open(page);
  await write(page, "Вопрос");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  assert.equal(errors.filter((line) => line.includes("Content Security Policy")).length, REFUSALS);
});

test("ways that are not those that were pinned are not run, which is said: it goes by Socket.IO", async (t) => {
  const { page, platform, errors } = await hostPage(t, browser, { tag: pinned });
  platform.settings = { ...SETTINGS, transport: { kind: "poll" } };
  await page.route(/\/widget\/detour\.js/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `window.foreign = true;${await response.text()}` });
  });
  await open(page);
  await write(page, "Вопрос");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  assert.equal(await page.evaluate("window.foreign"), undefined);
  assert.ok(errors.some((line) => /integrity/i.test(line)));
  assert.deepEqual([platform.sockets, platform.lines.cursors], [1, []]);
});
