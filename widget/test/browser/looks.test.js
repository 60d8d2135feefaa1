import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { hook, launch, open, settled, visit, write } from "./browser.js";
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
