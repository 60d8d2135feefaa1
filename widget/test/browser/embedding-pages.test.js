/** What pages do to whatever is on them. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { hook, launch, open, pause, write } from "./browser.js";
import { hostPage, tagOf } from "./host.js";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const script = await readFile(new URL("../../dist/widget.js", import.meta.url));
const right = `sha384-${createHash("sha384").update(script).digest("base64")}`;
const wrong = `sha384-${createHash("sha384").update("another").digest("base64")}`;

/** @param {string} integrity @param {string} [more] */
const pinned = (integrity, more = "") => (/** @type {string} */ base) =>
  tagOf(base, `integrity="${integrity}" crossorigin="anonymous" ${more}`);

/** @param {string} base What the platform is asked for, besides its scripts. */
const answers = (base) => `connect-src ${base} ${base.replace("http", "ws")}; style-src 'self'; base-uri 'none'`;

for (const [what, policy] of /** @type {const} */ ([
  ["a nonce alone", "'nonce-abc123'"],
  ["a nonce and 'strict-dynamic'", "'nonce-abc123' 'strict-dynamic'"],
])) {
  for (const types of ["", "; require-trusted-types-for 'script'; trusted-types otvet", "; require-trusted-types-for 'script'; trusted-types other"]) {
    test(`scripts are trusted by ${what}${types.replace("; ", ", ")}: the parts are, too`, async (t) => {
      const { page, errors, platform } = await hostPage(t, browser, {
        tag: (base) => tagOf(base, 'nonce="abc123"'),
        csp: (base) => `default-src 'none'; script-src ${policy}; ${answers(base)}${types}`,
      });
      await open(page);
      await write(page, "Вопрос");
      await hook(page, "message", '[data-state="sent"]').waitFor();
      assert.equal(platform.talks.size, 1);
      // Chromium reports the policy that it refused and the probe; nothing is broken by it.
      assert.deepEqual(errors.filter((line) => !(types.includes("other") && /policy|TrustedScriptURL/i.test(line))), []);
    });
  }
}

for (const types of ["", "require-trusted-types-for 'script'; trusted-types other"]) {
  const where = types ? "where it may make no Trusted Types policy" : "on any page";
  /** @type {(base: string) => string} */
  const csp = () => types;

  test(`a page pins the script by its hash, and with it every part, ${where}`, async (t) => {
    const { page } = await hostPage(t, browser, { tag: pinned(right), csp });
    /** @type {string[]} */
    const pins = [];
    await page.exposeFunction("seen", (/** @type {string} */ pin) => pins.push(pin));
    await page.evaluate(() => {
      new MutationObserver((records) => {
        for (const { addedNodes } of records) {
          for (const node of addedNodes) if ("integrity" in node) /** @type {any} */ (window).seen(node.integrity);
        }
      }).observe(document.head, { childList: true });
    });
    await open(page);
    await write(page, "Вопрос");
    await hook(page, "message", '[data-state="sent"]').waitFor();
    const parts = ["panel", "ru"].map(async (name) => {
      const code = await readFile(new URL(`../../dist/${name}.js`, import.meta.url));
      return `sha256-${createHash("sha256").update(code).digest("base64")}`;
    });
    assert.deepEqual(pins.sort(), (await Promise.all(parts)).sort());
  });

  test(`a part that is not what was pinned is not run, which is said, ${where}`, async (t) => {
    const { page, errors, base } = await hostPage(t, browser, { tag: pinned(right), csp });
    let foreign = true;
    await page.route(/\/widget\/panel\.js/, async (route) => {
      if (!foreign) return route.fallback();
      const response = await route.fetch();
      await route.fulfill({ response, body: `window.foreign = true;${await response.text()}` });
    });
    const refused = page.waitForEvent("console", (line) => line.text().includes("Otvet:"));
    await hook(page, "launcher").click();
    assert.match((await refused).text(), new RegExp(`Otvet: ${base}/widget/panel\\.js\\S+ did not load, or is of another build`));
    assert.equal(await page.evaluate("window.foreign"), undefined);
    assert.equal(await hook(page, "panel").count(), 0);
    assert.ok(errors.some((line) => /integrity/i.test(line)), "the browser says why");
    // Once it is the right one, the next click brings it.
    foreign = false;
    await open(page);
    assert.equal(await page.evaluate("window.foreign"), undefined);
  });
}

test("a script whose hash is not the page's does not run, and the page goes on", async (t) => {
  const { page, errors } = await hostPage(t, browser, { head: "<script>window.Otvet = [['open']];</script>", tag: pinned(wrong) });
  await page.waitForLoadState("load");
  assert.equal(errors.length, 1);
  assert.match(errors[0] ?? "", /Failed to find a valid digest in the 'integrity' attribute/);
  assert.equal(await page.locator("otvet-widget").count(), 0);
  assert.deepEqual(await page.evaluate("window.Otvet"), [["open"]]);
});

for (const [device, viewport] of /** @type {const} */ ([
  ["desktop", { width: 1_280, height: 800 }],
  ["phone", { width: 390, height: 844 }],
])) {
  test(`a single-page site replaces all of its page: the widget is back, open as it was, and the talk goes on, ${device}`, async (t) => {
    const { page, platform, errors } = await hostPage(t, browser, { context: { viewport } });
    await open(page);
    await write(page, "Первый");
    await hook(page, "message", '[data-state="sent"]').waitFor();
    await hook(page, "composer").fill("Недописанное");
    const navigate = () =>
      page.evaluate(() => {
        history.pushState({}, "", `/next/${Math.random()}`);
        const body = document.createElement("body");
        body.append(Object.assign(document.createElement("h1"), { textContent: "Next" }));
        document.documentElement.replaceChildren(document.head, body);
      });
    await navigate();
    await hook(page, "panel").waitFor();
    assert.equal(await hook(page, "composer").inputValue(), "Недописанное");
    assert.equal(await hook(page, "panel").evaluate((it) => it.matches(":modal")), device === "phone");
    await hook(page, "composer").press("Enter");
    await page.locator('[data-state="sent"]').nth(1).waitFor();
    await hook(page, "close").click();
    await hook(page, "panel").waitFor({ state: "hidden" });
    await pause(1_100);
    await page.evaluate(() => document.documentElement.replaceChildren(document.head, document.body));
    await hook(page, "launcher").waitFor();
    assert.equal(await hook(page, "panel").isVisible(), false);
    await hook(page, "launcher").click();
    assert.equal(await hook(page, "message").count(), 2);
    assert.equal(platform.talks.size, 1);
    assert.equal(platform.auths.length, 1, "over the same socket");
    assert.deepEqual(errors, []);
  });
}

test("a page bent on removing the widget is not fought with for more than a moment", async (t) => {
  const { page } = await hostPage(t, browser);
  await hook(page, "launcher").waitFor();
  const times = await page.evaluate(async () => {
    let removed = 0;
    new MutationObserver(() => {
      const it = document.querySelector("otvet-widget");
      if (it) removed += 1;
      it?.remove();
    }).observe(document.body, { childList: true });
    document.querySelector("otvet-widget")?.remove();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    return removed;
  });
  assert.ok(times <= 3, String(times));
});

test("nothing of the page moves when the widget comes, is opened and is closed", async (t) => {
  const { page } = await hostPage(t, browser, {
    head: `<script>
      window.shifts = [];
      new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)))
        .observe({ type: "layout-shift", buffered: true });
    </script>`,
    body: `<main>${"<p>Text of the page that could be moved.</p>".repeat(60)}</main>`,
  });
  await open(page);
  await write(page, "Вопрос");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  await hook(page, "close").click();
  await hook(page, "panel").waitFor({ state: "hidden" });
  await pause(300);
  assert.deepEqual(await page.evaluate("shifts"), []);
  // The observer sees what there is to see.
  await page.evaluate(() => document.querySelector("main")?.prepend(Object.assign(document.createElement("div"), { style: "height: 200px" })));
  await page.waitForFunction("shifts.length > 0");
});
