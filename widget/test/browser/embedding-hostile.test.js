/** The hostile page of the demo: what strangers' sites do, all at once; and what they do to whoever types or scrolls. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Platform } from "../platform/platform.js";
import { hook, launch, open, pause, settled, write } from "./browser.js";
import { hostPage } from "./host.js";

/** @import { Page } from "playwright-core" */

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/**
 * @param {import("node:test").TestContext} t
 * @param {string} path
 * @param {import("playwright-core").BrowserContextOptions} [context]
 */
async function stand(t, path, context = {}) {
  const platform = await new Platform().start();
  const session = await browser.newContext({ locale: "ru-RU", ...context });
  const page = await session.newPage();
  page.setDefaultTimeout(10_000);
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (line) => {
    // Chromium reports the policy that it refused and the probe; nothing is broken by it.
    if (line.type() === "error" && !/policy|TrustedScriptURL/i.test(line.text())) errors.push(line.text());
  });
  t.after(async () => {
    await session.close();
    await platform.stop();
  });
  await page.goto(`${platform.base}${path}`);
  await hook(page, "launcher").waitFor();
  return { page, platform, session, errors };
}

/** @param {Page} page @param {string} deed */
const press = (page, deed) => page.locator(`[data-do="${deed}"]:visible`).evaluate((it) => /** @type {HTMLElement} */ (it).click());

/**
 * How each element of the widget looks: where it is, and what a page could have given it.
 *
 * @param {Page} page
 */
function looks(page) {
  return page.evaluate(() => {
    const root = document.querySelector("otvet-widget")?.shadowRoot;
    const properties = [
      "display", "position", "visibility", "opacity", "color", "backgroundColor", "fontFamily", "fontSize", "fontStyle", "fontWeight", "lineHeight",
      "letterSpacing", "wordSpacing", "textTransform", "textIndent", "textAlign", "textShadow", "direction", "writingMode", "cursor", "userSelect",
      "listStyle", "borderCollapse", "filter", "transform", "zoom", "pointerEvents", "margin", "padding", "animationName", "transitionProperty",
    ];
    return [...(root?.querySelectorAll("*") ?? [])].map((it) => {
      const { x, y, width, height } = it.getBoundingClientRect();
      const style = /** @type {any} */ (getComputedStyle(it));
      const given = properties.map((name) => `${name}: ${style[name]}`);
      return [it.tagName, it.getAttribute("class") ?? "", [x, y, width, height].map(Math.round).join(), ...given].join("; ");
    });
  });
}

for (const [device, viewport] of /** @type {const} */ ([
  ["desktop", { width: 1_280, height: 800 }],
  ["phone", { width: 360, height: 740 }],
])) {
  test(`the widget looks there as it does on a good page, to the pixel, ${device}`, async (t) => {
    /** @type {string[][]} */
    const seen = [];
    for (const path of ["/host", "/demo/hostile.html"]) {
      const { page, platform } = await stand(t, path, { viewport });
      await page.clock.setFixedTime(new Date("2026-11-26T12:00:00Z"));
      platform.onMessage = (talk) => platform.complete(talk, { agent: "network", text: "1. Раз\n2. **Два** `три`\n\n> Цитата", choices: ["Да", "Нет"] });
      await open(page);
      await write(page, "Не работает VPN");
      await hook(page, "choice").first().waitFor();
      await hook(page, "message", '[data-state="sent"]').waitFor();
      await page.mouse.move(1, 1);
      await settled(hook(page, "panel"));
      await page.waitForTimeout(700);
      seen.push(await looks(page));
    }
    assert.ok((seen[0]?.length ?? 0) > 60);
    assert.deepEqual(seen[1], seen[0]);
  });
}

test("everything works there: the talk, a replaced body, languages, sides, a second tab, another mount; names stay whose they are", async (t) => {
  const { page, platform, session, errors } = await stand(t, "/demo/hostile.html");
  await press(page, "open");
  await page.locator('[data-presence="agent"]').waitFor();
  await write(page, "Первое");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  await press(page, "body");
  await hook(page, "panel").waitFor();
  assert.equal(await hook(page, "message").count(), 1);

  const coming = session.waitForEvent("page");
  await page.locator("a[target]:visible").click();
  const second = await coming;
  await hook(second, "launcher").click();
  await hook(second, "message").getByText("Первое").waitFor();
  await write(second, "Из второй");
  await hook(page, "message").getByText("Из второй").waitFor();

  await press(page, "language");
  await page.locator('[data-otvet="panel"][lang="en"]').waitFor();
  await press(page, "direction");
  await page.locator('otvet-widget[data-side="left"]').waitFor({ state: "attached" });
  await settled(hook(page, "panel"));
  assert.equal((await hook(page, "panel").boundingBox())?.x, 20);
  await press(page, "theme");
  await page.locator('otvet-widget[data-theme="dark"]').waitFor({ state: "attached" });
  await press(page, "launcher");
  await hook(page, "panel").waitFor({ state: "hidden" });
  assert.equal(await hook(page, "launcher").isVisible(), false);
  await press(page, "again");
  await hook(page, "launcher").waitFor();
  assert.equal(await page.locator("otvet-widget").count(), 1, "of two tags");
  await press(page, "open");
  await hook(page, "message").getByText("Из второй").waitFor();
  assert.equal(await page.evaluate("Otvet()"), "the page's own");
  assert.match(await page.locator("#log").innerText(), /destroy\s+ready\s+open/);
  assert.equal(platform.talks.size, 1);
  assert.deepEqual(errors, []);
});

test("a page's shortcuts, its own scrolling and its hold on the focus end where the panel begins", async (t) => {
  const { page, platform } = await hostPage(t, browser, {
    body: `<input><div id="modal" tabindex="-1">Modal</div><script>
      for (const name of ["keydown", "keypress", "keyup"]) {
        addEventListener(name, (event) => /INPUT|TEXTAREA/.test(event.target.tagName) || event.preventDefault());
      }
      addEventListener("wheel", (event) => event.preventDefault(), { passive: false });
      document.addEventListener("focusin", ({ target }) => target === modal || modal.focus());
    </script>`,
  });
  await open(page);
  for (let n = 0; n < 20; n += 1) platform.complete(platform.talk(), { outcome: "answered", text: `Ответ ${n}` });
  await hook(page, "message").getByText("Ответ 19").waitFor();
  await page.locator("input").first().focus();
  assert.equal(await page.evaluate("document.activeElement.id"), "modal", "it does hold it");
  await hook(page, "composer").click();
  await page.keyboard.type("s/k?");
  await page.keyboard.press("Enter");
  await hook(page, "message", '[data-state="sent"]').getByText("s/k?").waitFor();
  await pause(300);
  const top = () => page.locator(".scroll").evaluate((it) => it.scrollTop);
  const from = await top();
  await page.locator(".scroll").hover();
  await page.mouse.wheel(0, -300);
  await pause(300);
  assert.ok((await top()) < from - 200);
  await hook(page, "thumb-down").last().click();
  await hook(page, "comment").click();
  await page.keyboard.type("s/k?");
  assert.equal(await hook(page, "comment").inputValue(), "s/k?");
});

test("a page whose body is turned, blurred or replaced holds the launcher in the window's corner all the same", async (t) => {
  const { page } = await hostPage(t, browser, { body: '<main style="block-size: 3000px">Long</main>' });
  const launcher = hook(page, "launcher");
  await launcher.waitFor();
  const { height } = page.viewportSize() ?? { height: NaN };
  for (const style of ["filter: blur(0)", "transform: translateY(-9px)", "perspective: 9px", "will-change: transform; opacity: 0.99"]) {
    await page.evaluate((it) => document.body.setAttribute("style", it), style);
    const box = await launcher.boundingBox();
    assert.equal((box?.y ?? 0) + (box?.height ?? 0), height - 20, style);
  }
  await page.evaluate(() => document.body.replaceWith(document.createElement("body")));
  await launcher.waitFor();
});

test("who presses twice on the launcher has opened the panel", async (t) => {
  const { page } = await hostPage(t, browser);
  await hook(page, "launcher").dblclick();
  await hook(page, "panel").waitFor();
  await pause(300);
  assert.equal(await hook(page, "panel").isVisible(), true);
});
