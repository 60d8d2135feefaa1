import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { hook, launch, open, settled, visit, write } from "./browser.js";
import { box, cut, dress, style, system } from "./shape.js";
import { STORY, tell } from "./story.js";

/** @import { Page } from "playwright-core" */

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const attributes = (/** @type {string} */ text) => ({ query: `attributes=${encodeURIComponent(text)}` });

/** The page reads from the right, by every means it has. @param {Page} page */
async function fromTheRight(page) {
  await page.context().addInitScript(() => {
    addEventListener("DOMContentLoaded", () => {
      document.documentElement.dir = "rtl";
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { direction: rtl }");
      document.adoptedStyleSheets = [sheet];
    });
  });
  await page.reload();
  await hook(page, "launcher").waitFor();
}

test("a page that reads from the right does not turn the widget round unasked", async (t) => {
  const { page } = await visit(t, browser);
  await fromTheRight(page);
  assert.equal(await style(page.locator("h1"), "direction"), "rtl");
  const launcher = await box(hook(page, "launcher"));
  assert.equal(launcher.x + launcher.width, 1280 - 20);
  await open(page);
  assert.equal(await style(hook(page, "panel"), "direction"), "ltr");
  assert.ok((await box(page.locator(".brand"))).x < (await box(hook(page, "close"))).x);
});

test("data-dir=auto does as the page does", async (t) => {
  const { page } = await visit(t, browser, attributes("data-dir=auto"));
  assert.equal(await style(page.locator("otvet-widget"), "direction"), "ltr");
  // The script runs when the page has said it.
  await page.route("**/host?**", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace("<html ", '<html dir="rtl" ') });
  });
  await page.reload();
  await open(page);
  assert.equal(await style(hook(page, "panel"), "direction"), "rtl");
});

for (const side of /** @type {const} */ (["right", "left"])) {
  test(`from the right: everything is mirrored, and the launcher stays ${side}`, async (t) => {
    const { page, platform, errors } = await visit(t, browser, attributes(`data-dir=rtl data-side=${side}`));
    await open(page);
    await page.mouse.move(640, 10);
    await settled(hook(page, "launcher"));
    const panel = await box(hook(page, "panel"));
    for (const { x, width } of [panel, await box(hook(page, "launcher"))]) {
      assert.equal(side === "left" ? x : 1280 - x - width, 20);
    }
    assert.ok((await box(page.locator(".brand"))).x > (await box(hook(page, "close"))).x);
    assert.ok((await box(hook(page, "send"))).x < (await box(hook(page, "composer"))).x);
    assert.equal(await style(hook(page, "example").first().locator("svg"), "scale"), "-1 1");
    for (const chapter of STORY) await tell(page, platform, chapter);
    const agent = await box(hook(page, "message", '[data-sender="agent"]').first().locator(".card"));
    const visitor = await box(hook(page, "message", '[data-sender="visitor"]').first().locator(".card"));
    assert.ok(agent.x + agent.width > visitor.x + visitor.width, "who answers stands where reading begins");
    assert.ok(visitor.x < agent.x);
    const corners = await style(page.locator('[data-sender="visitor"] .card').first(), "borderRadius");
    assert.equal(corners, "18px 18px 18px 6px");
    // The words of a site that is read from the left keep their order.
    assert.equal(await style(page.locator(".source blockquote").first(), "unicodeBidi"), "plaintext");
    assert.equal(await style(page.locator(".source blockquote").first(), "textAlign"), "right");
    assert.deepEqual(errors.filter((line) => !/404|ERR_|WebSocket/.test(line)), []);
  });
}

test("each message, and what is being written, reads as its own words do", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  const field = hook(page, "composer");
  await field.fill("שלום");
  assert.equal(await style(field, "direction"), "rtl");
  await field.press("Enter");
  await write(page, "Привет");
  assert.equal(await style(field, "direction"), "ltr");
  await hook(page, "message", '[data-state="sent"]').nth(1).waitFor();
  platform.say(platform.talk(), { sender: "operator", operator_name: "Анна", text: "مرحبا\n\n```\ncode\n```" });
  await hook(page, "message", '[data-sender="operator"]').waitFor();
  const bodies = hook(page, "message").locator(".body");
  assert.deepEqual(await bodies.evaluateAll((all) => all.map((it) => getComputedStyle(it).direction)), ["rtl", "ltr", "rtl"]);
  assert.equal(await style(bodies.nth(2).locator("pre"), "direction"), "ltr");
});

test("forced colours: what matters is drawn by lines and the system's colours", async (t) => {
  const { page, platform } = await visit(t, browser);
  await page.emulateMedia({ forcedColors: "active" });
  const launcher = hook(page, "launcher");
  assert.equal(await style(launcher, "borderTopWidth"), "2px");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert.equal(await launcher.evaluate((it) => it.matches(":focus-visible")), true);
  assert.equal(await style(launcher, "outlineStyle"), "solid");
  await open(page);
  const [highlight, grey, text] = [await system(page, "Highlight"), await system(page, "GrayText"), await system(page, "CanvasText")];
  assert.notEqual(highlight, text);
  const form = page.locator(".composer");
  assert.deepEqual([await style(form, "outlineStyle"), await style(form, "outlineColor")], ["solid", highlight]);
  const send = hook(page, "send");
  assert.deepEqual([await style(send, "color"), await style(send, "borderTopColor")], [grey, grey]);
  await hook(page, "composer").fill("Вопрос");
  assert.notEqual(await style(send, "color"), grey);
  const dot = await style(page.locator(".dot"), "backgroundColor");
  assert.equal(dot, text, "what is said by a spot alone is still seen");
  for (const chapter of STORY) {
    await tell(page, platform, chapter);
    const bare = await hook(page, "panel").evaluate((panel) =>
      [...panel.querySelectorAll("button:not(.text-button), form, .card")]
        .filter((it) => it.checkVisibility() && !it.matches('[data-sender="system"] *') && getComputedStyle(it).borderTopWidth === "0px")
        .map((it) => it.outerHTML.slice(0, 100)),
    );
    assert.deepEqual(bare.filter((it) => !it.includes("sr")), [], chapter);
    if (chapter !== "clarified") continue;
    await hook(page, "choice").first().focus();
    await page.keyboard.press("Tab");
    const second = hook(page, "choice").nth(1);
    assert.deepEqual([await style(second, "outlineStyle"), await style(second, "outlineColor")], ["solid", highlight]);
  }
});

for (const [how, { css, viewport }] of Object.entries({
  // A browser's zoom makes the page half as wide and high.
  "the browser's zoom, of 640 px": { css: "", viewport: { width: 320, height: 420 } },
  "larger letters alone, at 320 px": {
    css: ":root { font-size: 200% } otvet-widget { --otvet-font-size: calc(15rem / 16) }",
    viewport: { width: 320, height: 568 },
  },
})) {
  test(`text at 200 % by ${how}: nothing is cut off, and all can be reached`, async (t) => {
    const { page, platform } = await visit(t, browser, { context: { viewport } });
    await dress(page, css);
    await open(page);
    const size = await style(hook(page, "panel"), "fontSize");
    assert.equal(size, css ? "30px" : "15px");
    assert.deepEqual(await cut(page), [], "first screen");
    for (const chapter of STORY) {
      await tell(page, platform, chapter);
      assert.deepEqual(await cut(page), [], chapter);
      const high = await hook(page, "panel").evaluate((it) => it.scrollHeight);
      assert.ok(high < viewport.height + 220, `${chapter}: ${high} px`);
      const talk = await box(page.locator(".talk"));
      assert.ok(talk.height >= (css ? 130 : 60), `${chapter}: ${talk.height} px are left to the talk`);
      await hook(page, "composer").scrollIntoViewIfNeeded();
      const field = await box(hook(page, "composer"));
      assert.ok(field.y >= 0 && field.y + field.height <= viewport.height + 1, `${chapter}: the field is in reach`);
      assert.ok(parseFloat(await style(hook(page, "composer"), "fontSize")) >= 16, "no zoom on focus");
    }
  });
}

test("who wants no motion sees none, in any sheet", async (t) => {
  const { page, platform } = await visit(t, browser);
  const moving = () =>
    page.evaluate(() =>
      (document.querySelector("otvet-widget")?.shadowRoot?.getAnimations() ?? []).map((one) => {
        const effect = /** @type {KeyframeEffect} */ (one.effect);
        return `${effect.target?.className}${effect.pseudoElement ?? ""}`;
      }),
    );
  await open(page);
  await tell(page, platform, "reading");
  assert.notDeepEqual(await moving(), []);
  await tell(page, platform, "streaming");
  assert.ok((await moving()).some((it) => it.endsWith("::after")), "the spot at the end of what is being written breathes");
  await page.emulateMedia({ reducedMotion: "reduce" });
  assert.deepEqual(await moving(), []);
  for (const chapter of STORY.slice(2)) {
    await tell(page, platform, chapter);
    assert.deepEqual(await moving(), [], chapter);
  }
  await hook(page, "launcher").hover();
  assert.deepEqual(await moving(), [], "the launcher");
});

test("the visitor's system turns dark while they look: so does the widget", async (t) => {
  const { page } = await visit(t, browser, { context: { colorScheme: "light" } });
  await open(page);
  const panel = hook(page, "panel");
  assert.equal(await style(panel, "backgroundColor"), "rgb(255, 255, 255)");
  for (const [colorScheme, colour] of /** @type {const} */ ([["dark", "rgb(22, 23, 29)"], ["light", "rgb(255, 255, 255)"]])) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`otvet-widget[data-theme="${colorScheme}"]`).waitFor({ state: "attached" });
    assert.equal(await style(panel, "backgroundColor"), colour);
    assert.equal(await style(page.locator("otvet-widget"), "colorScheme"), colorScheme);
  }
});

const PHONE = { context: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } };

/** @param {Page} page */
async function tapOpen(page) {
  await hook(page, "launcher").tap();
  await page.locator('[data-presence="agent"]').waitFor();
  await settled(hook(page, "panel"));
}

test("what a phone's edges take is left free", async (t) => {
  const { page } = await visit(t, browser, PHONE);
  const session = await page.context().newCDPSession(page);
  await session.send(/** @type {any} */ ("Emulation.setSafeAreaInsetsOverride"), { insets: { top: 47, bottom: 34, left: 5, right: 6 } });
  const launcher = await box(hook(page, "launcher"));
  assert.deepEqual([390 - launcher.x - launcher.width, 844 - launcher.y - launcher.height], [16 + 6, 16 + 34]);
  await tapOpen(page);
  const head = await box(page.locator(".head"));
  assert.deepEqual([head.x, head.y, head.width], [5, 47, 390 - 11]);
  const under = await box(page.locator(".under"));
  assert.ok(844 - under.y - under.height >= 34);
});

/** No browser without a screen has a keyboard; this is what one says of it. @param {Page} page */
const keyboard = (page) =>
  page.addInitScript(() => {
    const view = /** @type {any} */ (window.visualViewport);
    /** @param {{ height: number, offsetTop: number }} now */
    const set = (now) => {
      for (const [name, value] of Object.entries(now)) Object.defineProperty(view, name, { value, configurable: true });
      view.dispatchEvent(new Event("resize"));
    };
    Object.assign(window, { keyboard: set });
  });

test("the keyboard of a phone: the panel is what is left above it, and the field is in it", async (t) => {
  const { page, platform } = await visit(t, browser, PHONE);
  await keyboard(page);
  await page.reload();
  await tapOpen(page);
  for (let n = 0; n < 20; n += 1) platform.say(platform.talk(), { sender: "operator", operator_name: "Анна", text: `Строка ${n}` });
  await hook(page, "message").getByText("Строка 19").waitFor();
  await page.evaluate(() => /** @type {any} */ (window).keyboard({ height: 480, offsetTop: 30 }));
  const panel = await box(hook(page, "panel"));
  assert.deepEqual([panel.y, panel.height], [30, 480]);
  const field = await box(hook(page, "composer"));
  assert.ok(field.y + field.height <= 510);
  const last = await box(hook(page, "message").last());
  assert.ok(last.y + last.height <= field.y, "the newest is still seen");
  await page.evaluate(() => /** @type {any} */ (window).keyboard({ height: 844, offsetTop: 0 }));
  assert.equal((await box(hook(page, "panel"))).height, 844);
});

test("the keyboard of a phone on its side: little is left, and what is being written is in it", async (t) => {
  const { page, platform } = await visit(t, browser, { context: { ...PHONE.context, viewport: { width: 740, height: 360 } } });
  await keyboard(page);
  await page.reload();
  await tapOpen(page);
  platform.complete(platform.talk(), { outcome: "answered", text: "Ответ. ".repeat(60) });
  await hook(page, "thumb-down").tap();
  await hook(page, "comment").waitFor();
  for (const name of ["composer", "comment"]) {
    await hook(page, name).tap();
    await page.evaluate(() => /** @type {any} */ (window).keyboard({ height: 150, offsetTop: 0 }));
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    const field = await box(hook(page, name));
    assert.ok(field.y >= 0 && field.y + field.height <= 151, `${name}: ${field.y} + ${field.height}`);
    await page.evaluate(() => /** @type {any} */ (window).keyboard({ height: 360, offsetTop: 0 }));
  }
});

test("who looks closer with two fingers is not taken for a keyboard", async (t) => {
  const { page } = await visit(t, browser, PHONE);
  await tapOpen(page);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setPageScaleFactor", { pageScaleFactor: 2 });
  await page.waitForFunction(() => window.visualViewport?.scale === 2);
  assert.equal(await hook(page, "panel").evaluate((it) => it.clientHeight), 844);
});
