/** What a page may say to the widget, and hear of it. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { hook, launch, open, pause, visit, write } from "./browser.js";
import { hostPage, tagOf } from "./host.js";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/**
 * @param {import("playwright-core").Page} page
 * @param {...any} call
 */
const otvet = (page, ...call) => page.evaluate((it) => void (/** @type {any} */ (window).Otvet(...it)), call);

test("every call may wait for the script, and is made up for in its order", async (t) => {
  const { page, platform, errors } = await hostPage(t, browser, {
    head: `<script>
      window.Otvet = window.Otvet || [];
      window.heard = [];
      Otvet.push(["on", "ready", () => heard.push("ready")]);
      Otvet.push(["hide"], ["update", { theme: "dark", side: "left", locale: "en-GB" }]);
      Otvet.push(["identify", "some.signed.token"]);
      Otvet.push(["send", " Where is my order? "]);
    </script>`,
  });
  await hook(page, "message", '[data-state="sent"]').waitFor();
  assert.equal(platform.talk().messages[0].text, " Where is my order? ");
  const asked = platform.requests.find(({ body }) => body?.site_key);
  assert.deepEqual([asked?.body.locale, asked?.body.identity], ["en", "some.signed.token"]);
  const host = page.locator("otvet-widget");
  assert.equal(await host.getAttribute("data-theme"), "dark");
  assert.equal(await host.getAttribute("data-side"), "left");
  assert.equal(await hook(page, "panel").getAttribute("lang"), "en");
  assert.equal(await hook(page, "launcher").isVisible(), false);
  assert.deepEqual(await page.evaluate("heard"), ["ready"]);
  assert.deepEqual(errors, []);
});

test("what hides the launcher closes the panel; a button of the page opens it and has the focus back", async (t) => {
  const { page } = await hostPage(t, browser, {
    body: "<button onclick='Otvet.push([\"open\"])'>Help</button>",
  });
  await open(page);
  await otvet(page, "hide");
  await hook(page, "panel").waitFor({ state: "hidden" });
  assert.equal(await hook(page, "launcher").isVisible(), false);
  await page.getByRole("button", { name: "Help" }).click();
  await hook(page, "panel").waitFor();
  assert.equal(await hook(page, "launcher").isVisible(), false);
  await page.keyboard.press("Escape");
  await hook(page, "panel").waitFor({ state: "hidden" });
  assert.equal(await page.evaluate("document.activeElement.tagName"), "BUTTON");
  await otvet(page, "show");
  await hook(page, "launcher").waitFor();
});

test("what the page says of language, theme and side goes before the site's, until it is taken back", async (t) => {
  const { page } = await hostPage(t, browser);
  await open(page);
  await hook(page, "composer").fill("Недописанное");
  await otvet(page, "update", { locale: "en", theme: "dark", side: "left" });
  await page.locator('[data-otvet="panel"][lang="en"]').waitFor();
  const host = page.locator("otvet-widget");
  assert.deepEqual([await host.getAttribute("data-theme"), await host.getAttribute("data-side")], ["dark", "left"]);
  assert.equal(await hook(page, "composer").inputValue(), "Недописанное");
  await otvet(page, "update", { locale: null, theme: null, side: null });
  await page.locator('[data-otvet="panel"][lang="ru"]').waitFor();
  assert.deepEqual([await host.getAttribute("data-theme"), await host.getAttribute("data-side")], ["light", "right"]);
});

test("what the page sends goes as the visitor's, once it is acked too", async (t) => {
  const { page, platform, errors } = await hostPage(t, browser);
  await hook(page, "launcher").waitFor();
  await otvet(page, "send", "Первое");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  await otvet(page, "send", "Второе");
  await page.locator('[data-state="sent"]').nth(1).waitFor();
  assert.deepEqual(platform.talk().messages.map(({ text, sender }) => `${sender}: ${text}`), ["visitor: Первое", "visitor: Второе"]);
  assert.deepEqual(errors, []);
});

test("listeners hear what happens until they are undone, by what `on` returns or by a signal", async (t) => {
  const { page, platform } = await hostPage(t, browser);
  await hook(page, "launcher").waitFor();
  await page.evaluate(() => {
    const { Otvet } = /** @type {any} */ (window);
    /** @type {any[]} */
    const heard = (/** @type {any} */ (window).heard = []);
    const ending = new AbortController();
    const undo = Otvet.push(["on", "open", (/** @type {any} */ detail) => heard.push(["pushed", detail])]);
    Otvet("on", "open", () => heard.push(["signal"]), { signal: ending.signal });
    Otvet("on", "open", () => heard.push(["never"]), { signal: AbortSignal.abort() });
    Otvet("on", "message", (/** @type {any} */ detail) => heard.push(["message", detail]));
    Otvet("on", "unread", (/** @type {any} */ detail) => heard.push(["unread", detail]));
    Object.assign(window, { end: () => (undo(), ending.abort()) });
  });
  const heard = () => page.evaluate(() => /** @type {any} */ (window).heard.splice(0));
  await open(page);
  assert.deepEqual(await heard(), [["pushed", { version: 1 }], ["signal"]]);
  const { id } = platform.complete(platform.talk(), { text: "Здравствуйте" });
  await hook(page, "message").getByText("Здравствуйте").waitFor();
  assert.deepEqual(await heard(), [["message", { version: 1, sender: "agent", id }]]);
  await otvet(page, "close");
  platform.complete(platform.talk(), { text: "Вы ещё здесь?" });
  await page.waitForFunction(() => /** @type {any} */ (window).heard.length === 2);
  assert.deepEqual((await heard()).find((/** @type {[string]} */ [name]) => name === "unread")?.[1], { version: 1, count: 1 });
  await page.evaluate(() => /** @type {any} */ (window).end());
  await otvet(page, "open");
  await hook(page, "panel").waitFor();
  await page.waitForFunction(() => /** @type {any} */ (window).heard.length > 0);
  assert.deepEqual((await heard()).map((/** @type {[string]} */ [name]) => name), ["unread"]);
});

test("each event is one of the document's, too, frozen and with its version; a listener that fails breaks nothing", async (t) => {
  const { page, errors } = await hostPage(t, browser, {
    head: `<script>
      window.heard = [];
      for (const name of ["ready", "open", "close", "destroy"]) {
        addEventListener("otvet:" + name, ({ type, detail, target }) =>
          heard.push([type, detail.version, Object.isFrozen(detail), target === document]));
        document.addEventListener("otvet:" + name, () => { throw new Error("the page's own"); });
      }
      window.Otvet = [["on", "open", () => { throw new Error("the page's own"); }]];
    </script>`,
  });
  await open(page);
  await otvet(page, "close");
  await otvet(page, "destroy");
  assert.deepEqual(
    await page.evaluate("heard"),
    ["ready", "open", "close", "destroy"].map((name) => [`otvet:${name}`, 1, true, true]),
  );
  assert.equal(errors.filter((line) => line.includes("the page's own")).length, 5);
});

test("a wrong call is said in the console, and breaks neither the page nor the calls after it", async (t) => {
  const { page, errors } = await hostPage(t, browser, {
    head: `<script>window.Otvet = [["opne"], "open", null, ["on", "mesage", () => {}], ["update", { theme: "pink" }], ["update", { accent: "#f00" }]];</script>`,
    tag: (base) => tagOf(base, 'data-theme="blue" data-locale="de"'),
  });
  await hook(page, "launcher").waitFor();
  const undone = await page.evaluate(() => {
    const { Otvet } = /** @type {any} */ (window);
    Otvet("on", "open");
    Otvet("send");
    Otvet("send", " ");
    Otvet("send", "x".repeat(4_001));
    Otvet("open", { draft: 5 });
    Otvet("identify", { sub: 1 });
    Otvet(Symbol("open"));
    Otvet("hasOwnProperty");
    return typeof Otvet("on", "nothing", () => {});
  });
  assert.equal(undone, "function");
  const calls = "the calls are open, close, toggle, show, hide, send, update, identify, reset, destroy, on";
  const events = "the events are ready, open, close, message, unread, identity, destroy";
  assert.deepEqual(errors, [
    "Otvet: locale is ru or en, not de",
    "Otvet: theme is light or dark, not blue",
    `Otvet("opne"): ${calls}`,
    `Otvet("open"): a call is a list`,
    `Otvet("null"): a call is a list`,
    `Otvet("on"): ${events}`,
    'Otvet("update"): theme is light or dark, not pink',
    'Otvet("update"): the options are locale, theme, side, dir, page, not accent',
    'Otvet("on"): a listener is a function',
    'Otvet("send"): a message is a text',
    'Otvet("send"): a message is a text',
    'Otvet("send"): a message has at most 4000 characters',
    'Otvet("open"): a draft is a text',
    'Otvet("identify"): a token is a text, or null',
    `Otvet("Symbol(open)"): ${calls}`,
    `Otvet("hasOwnProperty"): ${calls}`,
    `Otvet("on"): ${events}`,
  ]);
  await open(page);
  await write(page, "Вопрос");
  await hook(page, "message", '[data-state="sent"]').waitFor();
});

for (const [what, head, body] of [
  ["a function of its own", "<script>function Otvet() { return 'mine'; } window.mine = Otvet;</script>", ""],
  ["a property that cannot be written", "<script>Object.defineProperty(window, 'Otvet', { value: window.mine = {} });</script>", ""],
  ["an element with that id", "", "<p id=Otvet>Mine</p><script>window.mine = Otvet;</script>"],
]) {
  test(`a page that has ${what} under our name keeps it, has the widget, and is told of another name`, async (t) => {
    const { page, errors, base } = await hostPage(t, browser, {
      head,
      tag: "",
      body: `${body}<script>window.key = Object.hasOwn(window, "Otvet");</script>`,
    });
    /** @param {string | null} name */
    const include = async (name) => {
      await page.evaluate(([src, global]) => {
        const script = document.createElement("script");
        script.src = `${src}/widget.js`;
        script.dataset["siteKey"] = "site_test_key_1";
        if (global) script.dataset["global"] = global;
        document.head.append(script);
      }, /** @type {const} */ ([base, name]));
      await hook(page, "launcher").waitFor();
    };
    await include(null);
    assert.equal(await page.evaluate("window.Otvet === window.mine"), true);
    assert.deepEqual(errors, ["Otvet: window.Otvet is taken: see data-global"]);
    await open(page);
    await page.reload();
    assert.equal(await page.locator("otvet-widget").count(), 0);
    await include("Support");
    await page.evaluate("void Support('open')");
    await hook(page, "panel").waitFor();
    await page.evaluate("Support('destroy')");
    assert.deepEqual(await page.evaluate("['Support' in window, window.Otvet === window.mine, Object.hasOwn(window, 'Otvet') === window.key]"), [false, true, true]);
    assert.equal(errors.length, 1);
  });
}

test("a page that has changed what it builds on has a widget that works all the same", async (t) => {
  const { page, platform, errors } = await hostPage(t, browser, {
    head: `<script>{
      // As old libraries and monitors do it.
      Array.prototype.each = Object.prototype.extend = String.prototype.strip = function () { return this; };
      Array.from = (it) => Array.prototype.slice.call(it);
      Function.prototype.bind = (function (bind) { return function (...given) { return bind.apply(this, given); }; })(Function.prototype.bind);
      const { fetch, JSON: { parse, stringify } } = window;
      window.asked = 0;
      window.fetch = (...given) => (asked++, fetch(...given).then((it) => it.clone()));
      JSON.parse = (text, reviver) => parse(String(text), reviver);
      JSON.stringify = (...given) => stringify(...given);
      window.WebSocket = class extends WebSocket {};
      window.name = "page"; window.event = null; window.status = "busy"; }
    </script>`,
  });
  await open(page);
  await write(page, "Вопрос");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  platform.complete(platform.talk(), { text: "Ответ", choices: ["Да", "Нет"] });
  await hook(page, "choice").first().waitFor();
  assert.ok(Number(await page.evaluate("asked")) > 0);
  assert.deepEqual(errors, []);
});

test("where JSON is not written as it must be, there is no widget that only seems to work, and it is said why", async (t) => {
  const { page, errors } = await hostPage(t, browser, {
    // Prototype 1.6 does so.
    head: "<script>Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']'; }; window.Otvet = [['open']];</script>",
  });
  await page.waitForLoadState("load");
  assert.deepEqual(errors, ["Otvet: Array.toJSON breaks JSON"]);
  assert.equal(await page.locator("otvet-widget").count(), 0);
});

test("an API that was kept does nothing after destroy, on this page and the next", async (t) => {
  const { page } = await visit(t, browser);
  await open(page);
  await page.evaluate(() => {
    const it = /** @type {any} */ (window);
    const kept = it.Otvet;
    kept("destroy");
    kept("open");
    kept("send", "Никому");
  });
  await page.reload();
  await hook(page, "launcher").waitFor();
  await pause(500);
  assert.equal(await hook(page, "panel").isVisible(), false);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  assert.equal(kept.includes("Никому"), false);
});

test("where the page wrote `var Otvet` destroy ends, and the script may come again", async (t) => {
  const { page, platform, errors } = await visit(t, browser);
  await page.addInitScript(() => {
    Object.defineProperty(window, "Otvet", { value: [], writable: true, enumerable: true });
  });
  await page.reload();
  await open(page);
  const ended = await page.evaluate(() => {
    let ends = 0;
    document.addEventListener("otvet:destroy", () => (ends += 1));
    const it = /** @type {any} */ (window);
    it.Otvet("destroy");
    return [ends, it.Otvet === undefined];
  });
  assert.deepEqual(ended, [1, true]);
  assert.deepEqual(errors.filter((line) => !line.includes("404")), [], "but for the host's icon");
  await page.evaluate((src) => {
    const script = document.createElement("script");
    script.src = src;
    script.dataset["siteKey"] = "site_test_key_1";
    document.head.append(script);
  }, `${platform.base}/widget.js`);
  await open(page);
});

test("open and close come in pairs, however often one presses before the panel is there", async (t) => {
  const { page } = await visit(t, browser);
  await page.evaluate(() => {
    const it = /** @type {any} */ (window);
    it.heard = [];
    for (const name of ["open", "close"]) document.addEventListener(`otvet:${name}`, () => it.heard.push(name));
    for (const call of ["open", "close", "open", "close", "open"]) it.Otvet(call);
  });
  await hook(page, "panel").waitFor();
  await pause(300);
  await otvet(page, "close");
  assert.deepEqual(await page.evaluate("heard"), ["open", "close"]);
});
