import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Platform } from "../platform/platform.js";
import { hook, launch, open, pause, visit, write } from "./browser.js";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test("a strict CSP with Trusted Types on a page of another origin refuses nothing of ours", async (t) => {
  const platform = await new Platform().start();
  t.after(() => platform.stop());
  const { page, errors, platform: host } = await visit(t, browser, {
    query: `base=${platform.base}`,
    platform: {
      csp:
        `default-src 'none'; script-src 'self' ${platform.base}; style-src 'self'; img-src 'none'; ` +
        `connect-src ${platform.base} ${platform.base.replace("http", "ws")}; base-uri 'none'; ` +
        "require-trusted-types-for 'script'",
    },
  });
  await open(page);
  await write(page, "Вопрос");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  const box = await hook(page, "panel").boundingBox();
  assert.equal(box?.width, 404, "the styles are there");
  assert.deepEqual(errors, []);
  assert.equal(host.talks.size, 0);
});

test("a page that names its Trusted Types policies, none of them ours, works too", async (t) => {
  const { page, errors } = await visit(t, browser, {
    platform: { csp: "script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types other" },
  });
  await open(page);
  // Chromium reports the policy it refused and the probe; nothing is broken by it.
  assert.deepEqual(errors.filter((line) => !/policy|TrustedScriptURL|404/i.test(line)), []);
});

test("calls made before the script are made up for, and `on` returns its undo", async (t) => {
  const { page, platform } = await visit(t, browser, { query: "early" });
  await hook(page, "panel").waitFor();
  const heard = await page.evaluate(async () => {
    const Otvet = /** @type {any} */ (window).Otvet;
    /** @type {string[]} */
    const log = [];
    const undo = Otvet("on", "close", () => log.push("close"));
    Otvet("on", "open", () => log.push("open"));
    Otvet("close");
    await new Promise((resolve) => setTimeout(resolve, 50));
    undo();
    Otvet("toggle");
    await new Promise((resolve) => setTimeout(resolve, 50));
    Otvet.push(["open", { draft: "Черновик" }]);
    Otvet("close");
    Otvet("nonsense");
    return log;
  });
  assert.deepEqual(heard, ["close", "open"]);
  assert.ok(platform.talks.size <= 1);
});

test("a draft from the page stands where the visitor writes", async (t) => {
  const { page } = await visit(t, browser);
  await page.evaluate(() => /** @type {any} */ (window).Otvet("open", { draft: "Принтер" }));
  await hook(page, "panel").waitFor();
  assert.equal(await hook(page, "composer").inputValue(), "Принтер");
  assert.equal(await hook(page, "send").isEnabled(), true);
});

test("destroy leaves nothing behind, and the script may come again", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  const sockets = () => platform.requests.length;
  await page.evaluate(() => /** @type {any} */ (window).Otvet("destroy"));
  assert.equal(await page.locator("otvet-widget").count(), 0);
  assert.equal(await page.evaluate(() => "Otvet" in window), false);
  const count = sockets();
  await pause(1_000);
  assert.equal(sockets(), count, "nothing goes on asking");
  await page.evaluate((src) => {
    const script = document.createElement("script");
    script.src = src;
    script.dataset["siteKey"] = "site_test_key_1";
    document.head.append(script);
  }, `${platform.base}/widget.js`);
  await open(page);
});

test("a script included twice is there once", async (t) => {
  const { page, platform } = await visit(t, browser);
  await page.addScriptTag({ url: `${platform.base}/widget.js?again` });
  assert.equal(await page.locator("otvet-widget").count(), 1);
});

test("the page's resets and hostile styles stay outside", async (t) => {
  const { page } = await visit(t, browser);
  await page.addStyleTag({
    content: "* { all: unset !important; display: none; font-size: 40px; position: static } otvet-widget { display: none; transform: scale(2); z-index: -1 } html { font-size: 4px }",
  });
  await open(page);
  assert.equal(await hook(page, "launcher").evaluate((it) => getComputedStyle(it).inlineSize), "56px");
  assert.equal(await hook(page, "composer").evaluate((it) => getComputedStyle(it).fontSize), "16px");
});

test("keyboard all the way: open, write, a new line, close, and back to the launcher", async (t) => {
  const { page, platform } = await visit(t, browser);
  await hook(page, "launcher").focus();
  await page.keyboard.press("Enter");
  await hook(page, "panel").waitFor();
  await page.locator('[data-presence="agent"]').waitFor();
  await page.keyboard.type("раз");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("два");
  await page.keyboard.press("Enter");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  assert.equal(platform.talk().messages[0].text, "раз\nдва");
  await page.keyboard.press("Escape");
  await hook(page, "panel").waitFor({ state: "hidden" });
  const focused = await page.evaluate(() => {
    const inner = document.querySelector("otvet-widget")?.shadowRoot?.activeElement;
    return inner instanceof HTMLElement ? inner.dataset["otvet"] : null;
  });
  assert.equal(focused, "launcher");
});

test("a page whose storage is denied has a widget that works", async (t) => {
  const { page } = await visit(t, browser);
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });
    }
  });
  await page.reload();
  await open(page);
  await write(page, "Вопрос");
  await hook(page, "message", '[data-state="sent"]').waitFor();
});
