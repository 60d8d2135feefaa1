/** What is left of the widget once it is taken off the page, and what is kept on the device. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { SETTINGS } from "../platform/platform.js";
import { hook, launch, open, pause, write } from "./browser.js";
import { hostPage } from "./host.js";
import { counter, watch } from "./watch.js";

/** @import { Page } from "playwright-core" */
/** @import { Platform } from "../platform/platform.js" */

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Opening hours of which none is now. */
const CLOSED = { zone: "UTC", zone_name: "UTC", periods: [{ start: "2020-01-01T06:00:00Z", end: "2020-01-01T15:00:00Z" }] };
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADElEQVR4nGP4z8AARAAHBAH/5QQmYAAAAABJRU5ErkJggg==",
  "base64",
);

/** As the visitor does; whatever Playwright gives a field it holds for as long as the page. @param {Page} page @param {string} name */
const attach = (page, name) =>
  hook(page, "attach").evaluate(
    (field, [called, content]) => {
      const given = new DataTransfer();
      given.items.add(new File([Uint8Array.from(content)], called));
      Object.assign(field, { files: given.files });
      field.dispatchEvent(new Event("change", { bubbles: true }));
    },
    /** @type {const} */ ([name, [...PICTURE]]),
  );

/**
 * A page without the widget, of a site that nobody attends now.
 *
 * @param {import("node:test").TestContext} t
 * @param {(() => void)[]} scripts For its beginning.
 * @param {string} [csp]
 */
async function bare(t, scripts, csp = "") {
  const host = await hostPage(t, browser, { tag: "", csp: () => csp });
  host.platform.settings = { ...SETTINGS, hours: CLOSED };
  for (const script of scripts) await host.page.addInitScript(script);
  await host.page.reload();
  return host;
}

/** @param {Page} page @param {string} base */
async function mountTag(page, base) {
  await page.evaluate((src) => {
    const element = document.createElement("script");
    element.src = src;
    element.dataset["siteKey"] = "site_test_key_1";
    document.head.append(element);
  }, `${base}/widget.js`);
}

/** @param {Page} page @param {...string} calls Before it. */
const destroy = (page, ...calls) =>
  page.evaluate((names) => {
    const it = /** @type {any} */ (window);
    for (const name of [...names, "destroy"]) it.Otvet(name);
    delete it.Otvet;
    document.querySelector("script")?.remove();
  }, calls);

/**
 * Brings every part, and leaves each in the middle of what it does.
 *
 * @param {Page} page
 * @param {Platform} platform
 * @param {number} round
 */
async function useAll(page, platform, round) {
  for (const each of platform.talks.values()) each.state = { id: each.id, status: "agent" };
  await open(page);
  const [visitor] = platform.visitors.values();
  const talk = /** @type {import("../platform/platform.js").Talk} */ (platform.talks.get(visitor?.conversation ?? ""));
  if (round === 1) {
    platform.beginAnother(visitor);
    platform.message(platform.talk(), { sender: "visitor", text: "Другой вопрос" });
  }
  const question = `Вопрос ${round}`;
  await attach(page, "снимок.png");
  await hook(page, "tray-file").getByText(/Б$/).waitFor();
  await write(page, question);
  await hook(page, "message", '[data-state="sent"]').getByText(question, { exact: true }).waitFor();
  await hook(page, "picture").last().waitFor();
  platform.complete(talk, { agent: "network", outcome: "answered", text: `Ответ ${round}` });
  await hook(page, "sound").waitFor();
  await page.evaluate(() => /** @type {any} */ (window).Otvet("update", { locale: "en" }));
  await page.locator('[data-otvet="panel"][lang="en"]').waitFor();
  // Off, and on with a sound.
  for (const muted of round === 1 ? [true, false] : []) {
    await hook(page, "sound").click();
    await hook(page, "sound", `[aria-pressed="${!muted}"]`).waitFor();
  }
  talk.state = { id: talk.id, status: "waiting" };
  platform.fact(talk, "conversation.status", { status: "waiting", operator_name: null });
  await hook(page, "away-form").waitFor();
  await hook(page, "erase").click();
  await hook(page, "erase-yes").waitFor();
  await page.route("**/attachments?**", () => {});
  await attach(page, "долгий.png");
  await hook(page, "tray-file").waitFor();
  await hook(page, "composer").fill("Недописанное");
  platform.refuse = (name) => (name === "message.send" ? "silence" : undefined);
  await page.evaluate(() => /** @type {any} */ (window).Otvet("send", "Не ушло"));
  await hook(page, "message", '[data-state="sending"]').waitFor();
  platform.stage(talk, crypto.randomUUID(), "writing", { agent: "network" });
  platform.delta(talk, "Половина");
  await hook(page, "message", '[data-state="streaming"]').waitFor();
  await hook(page, "earlier-open").click();
  await hook(page, "earlier-item").click();
  await hook(page, "earlier").getByText("Другой вопрос").last().waitFor();
}

/**
 * @param {Page} page
 * @param {number} patience A lock is let go of, and a frame is over, in a moment; a sound is heard to its end.
 */
async function nothingLeft(page, patience) {
  /** @type {string[]} */
  let left = [];
  for (const end = Date.now() + patience; Date.now() < end; await pause(100)) {
    left = await page.evaluate("left()");
    if (left.length === 0) return;
  }
  assert.deepEqual(left, []);
}

/** @type {[way: string, rounds: number, csp: string, mount: (page: Page, base: string) => Promise<void>][]} */
const WAYS = [
  ["by its tag", 10, "", mountTag],
  [
    "as a module, with Trusted Types",
    5,
    "require-trusted-types-for 'script'; trusted-types otvet",
    (page, base) =>
      page.evaluate(async (url) => {
        const { mount } = await import(`${url}/widget/module/otvet.js`);
        /** @type {any} */ (window).Otvet = mount({ url, siteKey: "site_test_key_1" });
      }, base),
  ],
];

for (const [way, rounds, csp, mount] of WAYS) {
  test(`mounted ${way}, used with all its parts and destroyed ${rounds} times, it leaves nothing behind and does not grow`, async (t) => {
    const { page, platform, base, errors } = await bare(t, [watch], csp);
    const count = await counter(page);
    /** @type {Awaited<ReturnType<typeof count>>[]} */
    const counts = [await count()];
    for (let round = 1; round <= rounds; round += 1) {
      await mount(page, base);
      await useAll(page, platform, round);
      await destroy(page);
      await nothingLeft(page, round === 1 ? 2_500 : 500);
      counts.push(await count());
      platform.refuse = () => undefined;
      await page.unrouteAll({ behavior: "ignoreErrors" });
    }
    const [empty, , second] = counts;
    const last = counts.at(-1);
    assert.deepEqual([last?.globals, last?.sheets, last?.html, last?.kept], [empty?.globals, empty?.sheets, empty?.html, empty?.kept]);
    const grown = (/** @type {"nodes" | "listeners" | "documents" | "heap"} */ of) => counts.map((it) => it[of]);
    for (const [of, more] of /** @type {const} */ ([["nodes", 0], ["listeners", 0], ["documents", 0], ["heap", 800_000]])) {
      assert.ok((last?.[of] ?? NaN) <= (second?.[of] ?? NaN) + more, `${of}: ${grown(of)}`);
    }
    assert.equal(platform.talks.size, 2, "what is kept for the visitor is there the next time");
    assert.deepEqual(errors.filter((line) => !/policy/i.test(line)), []);
  });
}

test("what is under way when it is destroyed stays as it is, and goes with the next one", async (t) => {
  // Nobody who waits waits long.
  const { page, platform, base } = await bare(t, [watch, () => void (Math.random = () => 0)]);
  await mountTag(page, base);
  await open(page);
  platform.refuse = (name) => (name === "message.send" ? "silence" : undefined);
  await write(page, "Не ушло");
  await hook(page, "message", '[data-state="sending"]').waitFor();
  await destroy(page);
  await nothingLeft(page, 500);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(":out:")).map((key) => JSON.parse(localStorage[key]).state)), ["queued"]);
  platform.refuse = () => undefined;
  await mountTag(page, base);
  await open(page);
  await hook(page, "message", '[data-state="sent"]').waitFor();
  assert.equal(new Set(platform.commands.map(({ payload }) => payload.client_message_id)).size, 1);
});

/** Of the documentation: place and key of all that is stored, as `localStorage token`. */
async function documented() {
  const text = await readFile(new URL("../../../docs/embedding.md", import.meta.url), "utf8");
  return [...text.matchAll(/^\| `((?:local|session)Storage)` \|([^|]+)\|/gm)].flatMap(([, place, keys = ""]) =>
    [...keys.matchAll(/`(?:otvet:<site key>|…):([^`]+)`/g)].map(([, key]) => `${place} ${key}`),
  );
}

/** For a page's beginning: `written` is all that is ever stored. */
function note() {
  const page = /** @type {any} */ (window);
  page.written = [];
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, value) {
    page.written.push(`${this === localStorage ? "local" : "session"}Storage ${key}`);
    setItem.call(this, key, value);
  };
}

test("what is stored is what the documentation lists; destroyed, it leaves that to the visitor, and after a reset nothing", async (t) => {
  const { page, platform, base } = await bare(t, [note]);
  // Then this is noted, too.
  platform.blocked = true;
  const local = () => page.evaluate(() => Object.keys(localStorage).map((key) => key.replace(/^otvet:site_test_key_1:/, "").replace(/:.*/, "")).sort());
  await mountTag(page, base);
  await useAll(page, platform, 1);
  for (const _ of ["what is read", "the list"]) await hook(page, "earlier-back").click();
  const [talk] = platform.talks.values();
  platform.say(/** @type {any} */ (talk), { sender: "system", outcome: "closed", text: "x" });
  platform.fact(/** @type {any} */ (talk), "conversation.status", { status: "closed" });
  await hook(page, "score-hide").click();
  await hook(page, "composer").fill("Недописанное");
  /** @type {string[]} */
  const written = await page.evaluate("written");
  const shapes = new Set(written.map((key) => key.replace(" otvet:site_test_key_1:", " ").replace(/:.*/, ":<client_message_id>")));
  assert.deepEqual([...shapes].sort(), (await documented()).sort());
  assert.deepEqual(await page.evaluate(async () => [await indexedDB.databases(), await caches.keys(), document.cookie]), [[], [], ""]);
  assert.deepEqual(await page.context().cookies(), []);

  await destroy(page);
  assert.deepEqual(await local(), ["asked", "draft", "out", "place", "rang", "read", "token"]);
  assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage)), ["otvet:site_test_key_1:detour"]);
  await mountTag(page, base);
  await hook(page, "launcher").click();
  await hook(page, "message", '[data-state="sending"]').waitFor();
  await destroy(page, "reset");
  await pause(500);
  assert.deepEqual(await local(), []);
});
