import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { hook, launch, open, settled, visit, write } from "./browser.js";
import { AFTER_HOURS, LATER, tellLater } from "./later.js";
import { cut, dress, style } from "./shape.js";
import { STORY, tell } from "./story.js";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const axe = await readFile(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/**
 * @param {import("playwright-core").Page} page
 * @param {string} where
 */
async function assertAccessible(page, where) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (window).axe.run(document, {
      resultTypes: ["violations"],
      rules: { "landmark-one-main": { enabled: false } },
    });
    return violations.map((/** @type {any} */ it) => `${it.impact} ${it.id}: ${it.nodes.map((/** @type {any} */ node) => node.html + node.failureSummary).join(" | ")}`);
  });
  assert.deepEqual(found, [], where);
}

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing, ${colorScheme}, from the launcher to the operator`, async (t) => {
    const { page, platform } = await visit(t, browser, { context: { colorScheme, reducedMotion: "reduce" } });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await assertAccessible(page, "launcher");
    await open(page);
    await assertAccessible(page, "first screen");
    for (const chapter of STORY) {
      await tell(page, platform, chapter);
      await assertAccessible(page, chapter);
    }
  });
}

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing, ${colorScheme}, in the parts that come later`, async (t) => {
    const { page, platform } = await visit(t, browser, { context: { colorScheme, reducedMotion: "reduce" }, platform: AFTER_HOURS });
    await open(page);
    for (const chapter of LATER) {
      await tellLater(page, platform, chapter);
      await assertAccessible(page, chapter);
    }
  });
}

test("the tag's theme wins over the visitor's", async (t) => {
  const { page } = await visit(t, browser, {
    query: "attributes=data-theme=dark",
    context: { colorScheme: "light" },
  });
  await open(page);
  const colour = await hook(page, "panel").evaluate((it) => getComputedStyle(it).backgroundColor);
  assert.equal(colour, "rgb(22, 23, 29)");
});

test("on a phone it is the whole screen, without the keyboard, and the page behind is inert", async (t) => {
  const { page, platform } = await visit(t, browser, {
    context: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  });
  await hook(page, "launcher").tap();
  await hook(page, "panel").waitFor();
  await page.locator('[data-presence="agent"]').waitFor();
  await settled(hook(page, "panel"));
  const box = await hook(page, "panel").boundingBox();
  assert.deepEqual([box?.x, box?.y, box?.width, box?.height], [0, 0, 390, 844]);
  assert.equal(await hook(page, "composer").evaluate((it) => it.matches(":focus")), false);
  assert.equal(await hook(page, "panel").evaluate((it) => it.matches(":modal")), true);
  for (const chapter of STORY) await tell(page, platform, chapter);
  await page.keyboard.press("Escape");
  await hook(page, "panel").waitFor({ state: "hidden" });
});

test("a phone on its side is a phone: the whole screen, and no keyboard unasked; a low window is not", async (t) => {
  const { page, platform } = await visit(t, browser, {
    context: { viewport: { width: 844, height: 390 }, isMobile: true, hasTouch: true },
  });
  await hook(page, "launcher").tap();
  await page.locator('[data-presence="agent"]').waitFor();
  await settled(hook(page, "panel"));
  const panel = hook(page, "panel");
  assert.deepEqual(await panel.boundingBox(), { x: 0, y: 0, width: 844, height: 390 });
  assert.equal(await panel.evaluate((it) => it.matches(":modal")), true);
  assert.equal(await hook(page, "composer").evaluate((it) => it.matches(":focus")), false);
  for (const chapter of STORY) {
    await tell(page, platform, chapter);
    assert.deepEqual(await cut(page), [], chapter);
  }
  const low = await visit(t, browser, { context: { viewport: { width: 844, height: 390 } } });
  await open(low.page);
  assert.equal(await hook(low.page, "panel").evaluate((it) => it.matches(":modal")), false);
});

/** What a site may say, one thing each, and where it is seen. */
const PROPERTIES = /** @type {const} */ ({
  "--otvet-accent": ["rgb(200, 0, 80)", '[data-otvet="launcher"]', "backgroundColor", "rgb(200, 0, 80)"],
  "--otvet-on-accent": ["rgb(255, 250, 200)", '[data-otvet="launcher"]', "color", "rgb(255, 250, 200)"],
  "--otvet-radius": ["3px", '[data-otvet="panel"]', "borderTopLeftRadius", "3px"],
  "--otvet-font": ["monospace", '[data-otvet="panel"]', "fontFamily", "monospace"],
  "--otvet-font-size": ["20px", '[data-otvet="panel"]', "fontSize", "20px"],
  "--otvet-width": ["500px", '[data-otvet="panel"]', "width", "500px"],
  "--otvet-height": ["400px", '[data-otvet="panel"]', "height", "400px"],
  "--otvet-offset-x": ["77px", '[data-otvet="panel"]', "right", "77px"],
  "--otvet-offset-y": ["33px", '[data-otvet="launcher"]', "bottom", "33px"],
});

test("each documented property says what it says, on the page's root and on the element, and there are no others", async (t) => {
  const { page } = await visit(t, browser);
  await open(page);
  for (const where of [":root", "otvet-widget"]) {
    for (const [name, [value, target, property, seen]] of Object.entries(PROPERTIES)) {
      await dress(page, "");
      await settled(page.locator(target));
      assert.notEqual(await style(page.locator(target), property), seen, name);
      await dress(page, `${where} { ${name}: ${value} }`);
      await settled(page.locator(target));
      assert.equal(await style(page.locator(target), property), seen, `${name} on ${where}`);
    }
  }
  const known = Object.keys(PROPERTIES).sort();
  const said = async (/** @type {string} */ file) => {
    const text = await readFile(new URL(`../../${file}`, import.meta.url), "utf8");
    return [...new Set(text.match(/--otvet-[a-z-]*[a-z]/g))].sort();
  };
  assert.deepEqual(await said("README.md"), known);
  assert.deepEqual(await said("../docs/embedding.md"), known);
  const sheets = await Promise.all(["boot/launcher.css", "ui/panel.css"].map((file) => said(`src/${file}`)));
  assert.deepEqual([...new Set(sheets.flat())].sort(), known);
});

test("at 320 px nothing is cut off sideways", async (t) => {
  const { page, platform } = await visit(t, browser, { context: { viewport: { width: 320, height: 568 } } });
  await open(page);
  for (const chapter of STORY) {
    await tell(page, platform, chapter);
    const wide = await hook(page, "panel").evaluate((panel) =>
      [panel, ...panel.querySelectorAll("*:not(pre):not(pre *):not(.mark):not(.sr):not(svg *)")]
        .filter((it) => it.getBoundingClientRect().right > 320.5 || (it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 1 && getComputedStyle(it).overflow === "visible" && getComputedStyle(it).display !== "inline"))
        .map((it) => it.outerHTML.slice(0, 120)),
    );
    assert.deepEqual(wide, [], chapter);
  }
});

test("whoever reads further up is left in peace; a button leads back", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  for (let n = 0; n < 30; n += 1) platform.say(platform.talk(), { sender: "operator", operator_name: "Анна", text: `Строка ${n}` });
  await hook(page, "message").getByText("Строка 29").waitFor();
  const area = page.locator(".scroll");
  const distance = () => area.evaluate((it) => it.scrollHeight - it.clientHeight - it.scrollTop);
  assert.ok((await distance()) < 2);
  await area.hover();
  await page.mouse.wheel(0, -700);
  await page.locator(".jump").waitFor();
  const top = await area.evaluate((it) => it.scrollTop);
  platform.say(platform.talk(), { sender: "operator", operator_name: "Анна", text: "Ещё одна" });
  await hook(page, "message").getByText("Ещё одна").waitFor();
  assert.ok(Math.abs((await area.evaluate((it) => it.scrollTop)) - top) < 2);
  await page.locator(".jump").click();
  await page.locator(".jump").waitFor({ state: "hidden" });
  await write(page, "Вниз");
  assert.ok((await distance()) < 80);
});
