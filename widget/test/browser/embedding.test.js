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
  const propose = (/** @type {string} */ draft) => page.evaluate((it) => /** @type {any} */ (window).Otvet("open", { draft: it }), draft);
  await propose("Принтер");
  await hook(page, "panel").waitFor();
  assert.equal(await hook(page, "composer").inputValue(), "Принтер");
  assert.equal(await hook(page, "send").isEnabled(), true);
  await propose("Сканер");
  assert.equal(await hook(page, "composer").inputValue(), "Сканер", "it was the page's own");
  await hook(page, "composer").press("End");
  await page.keyboard.type(" не виден");
  await propose("Принтер");
  await pause(100);
  assert.equal(await hook(page, "composer").inputValue(), "Сканер не виден", "what the visitor has begun is theirs");
});

test("a script included twice is there once", async (t) => {
  const { page, platform, errors } = await visit(t, browser);
  await open(page);
  await hook(page, "composer").fill("Недописанное");
  // By each way of saying which site it is.
  await page.addScriptTag({ url: `${platform.base}/widget.js?site_key=site_test_key_1` });
  await page.evaluate(async (src) => {
    const again = Object.assign(document.createElement("script"), { src });
    again.dataset["siteKey"] = "site_test_key_1";
    const came = new Promise((resolve) => (again.onload = resolve));
    document.head.append(again);
    await came;
  }, `${platform.base}/widget.js?again`);
  assert.equal(await page.locator("otvet-widget").count(), 1);
  assert.equal(await hook(page, "composer").inputValue(), "Недописанное");
  await page.evaluate(() => /** @type {any} */ (window).Otvet("close"));
  await hook(page, "panel").waitFor({ state: "hidden" });
  assert.deepEqual(errors.filter((line) => !line.includes("404")), []);
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

test("keys that an input method takes send and close nothing, told the new way or Safari's", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  await hook(page, "composer").fill("にほんご");
  for (const how of [{ isComposing: true }, { keyCode: 229 }]) {
    for (const key of ["Enter", "Escape"]) {
      await hook(page, "composer").evaluate(
        (field, init) => void field.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, composed: true, ...init })),
        { key, ...how },
      );
    }
  }
  await pause(300);
  assert.equal(await hook(page, "composer").inputValue(), "にほんご");
  assert.equal(await hook(page, "panel").isVisible(), true);
  await hook(page, "composer").press("Enter");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  assert.equal(platform.talk().messages.length, 1);
});

test("where storage is full everything works until the page is left", async (t) => {
  const { page, platform, errors } = await visit(t, browser);
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await page.reload();
  await open(page);
  await write(page, "Раз");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  // The key to the conversation is known without it.
  await platform.stop();
  await hook(page, "connection").waitFor();
  await write(page, "Два");
  await platform.start();
  await hook(page, "message", '[data-state="sent"]').getByText("Два").waitFor({ timeout: 20_000 });
  platform.complete(platform.talk(), { outcome: "answered", text: "Ответ" });
  const muted = hook(page, "sound", '[aria-pressed="false"]');
  await hook(page, "sound").click();
  await muted.waitFor();
  assert.deepEqual(platform.talk().messages.map(({ text }) => text), ["Раз", "Два", "Ответ"]);
  assert.equal(platform.talks.size, 1);
  assert.deepEqual(errors.filter((line) => !/404|WebSocket|ERR_/.test(line)), []);
});
