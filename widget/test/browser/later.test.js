/** The parts that come later, for whoever reads, sees, touches or moves otherwise. */
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { hook, launch, open, visit } from "./browser.js";
import { AFTER_HOURS, LATER, tellLater } from "./later.js";
import { box, cut, dress, style, system } from "./shape.js";

/** @import { BrowserContextOptions, Locator, Page } from "playwright-core" */

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** @param {Locator[]} locators Which of them comes first from the right, and which next. */
async function assertFromTheRight(...locators) {
  const places = [];
  for (const locator of locators) places.push((await box(locator)).x);
  assert.deepEqual(places, [...places].sort((a, b) => b - a), locators.join(" | "));
}

/** Whose words would end at their beginning, the point or the question mark first. @param {Page} page */
const turned = (page) =>
  hook(page, "panel").evaluate((panel) =>
    [...panel.querySelectorAll("*")]
      .filter((it) => it.checkVisibility() && [...it.childNodes].some((node) => node.nodeType === 3 && /\p{L}.*[.…?!:)]$/u.test(node.nodeValue?.trim() ?? "")))
      .filter((it) => getComputedStyle(it).unicodeBidi !== "plaintext" && !it.closest("[dir=auto]"))
      .map((it) => it.outerHTML.slice(0, 120)),
  );

test("from the right: what comes later is mirrored, all but what has no direction", async (t) => {
  const query = `attributes=${encodeURIComponent("data-dir=rtl")}`;
  const { page, platform, errors } = await visit(t, browser, { query, platform: AFTER_HOURS, context: { viewport: { width: 400, height: 740 }, reducedMotion: "reduce" } });
  await open(page);
  const at = (/** @type {string} */ name) => hook(page, name).first();
  const turns = (/** @type {Locator} */ locator) => style(locator.locator("svg").first(), "scale");
  /** @type {Partial<Record<typeof LATER[number], () => Promise<void>>>} */
  const looks = {
    tray: async () => {
      const file = at("tray-file");
      await assertFromTheRight(file.locator("svg").first(), file.locator(".file-name"), file.locator(".file-note"), file.getByRole("button"));
      await assertFromTheRight(page.locator(".attach"), at("composer"), at("send"));
      assert.equal(await turns(page.locator(".attach")), "none");
      const said = await at("composer").evaluate((it) => getComputedStyle(it, "::placeholder").unicodeBidi);
      assert.equal(said, "plaintext");
    },
    files: async () => {
      const [file, drawing] = [await box(at("file")), await box(at("file").locator("svg"))];
      assert.ok(drawing.x > file.x + file.width - 40, "it is where the name begins");
    },
    erase: () => assertFromTheRight(at("erase-yes"), at("erase-no")),
    thumb: async () => {
      await assertFromTheRight(page.locator("time").last(), at("thumb-up"), at("thumb-down"), at("rated"), at("comment-open"));
      await assertFromTheRight(page.locator("h2"), at("sound"), at("close"));
      for (const name of ["thumb-up", "thumb-down", "sound"]) assert.equal(await turns(at(name)), "none", name);
    },
    comment: async () => {
      await assertFromTheRight(at("comment-send"), at("comment-close"));
      assert.equal(await style(page.locator(".comment label"), "textAlign"), "right");
      assert.equal(await style(at("comment"), "unicodeBidi"), "plaintext", "what is written reads as its own words do");
    },
    away: async () => {
      await assertFromTheRight(page.locator(".pulse"), at("away-form"));
      const [field, send] = [await box(at("away-text")), await box(at("away-send"))];
      assert.ok(Math.abs(field.x + field.width - send.x - send.width) < 1);
      for (const name of ["away-reach", "away-text"]) assert.equal(await style(at(name), "unicodeBidi"), "plaintext", name);
    },
    score: async () => {
      const faces = await hook(page, "score").all();
      await assertFromTheRight(...faces);
      for (const face of faces) assert.equal(await turns(face), "none");
      await assertFromTheRight(at("score-card").locator("strong"), at("score-hide"));
    },
    earlier: async () => {
      await assertFromTheRight(at("earlier-back"), page.locator(".earlier h2"));
      await assertFromTheRight(at("earlier-item").locator(".earlier-question"), at("earlier-item").locator("svg"));
      assert.deepEqual([await turns(at("earlier-back")), await turns(at("earlier-item"))], ["-1 1", "-1 1"]);
      assert.equal(await style(page.locator(".earlier-facts"), "textAlign"), "right");
    },
  };
  for (const chapter of LATER) {
    await tellLater(page, platform, chapter);
    assert.deepEqual(await cut(page), [], chapter);
    assert.deepEqual(await turned(page), [], chapter);
    await looks[chapter]?.();
  }
  assert.deepEqual(errors.filter((line) => !/40[034]/.test(line)), []);
});

/** What is drawn by shades alone. @param {Page} page */
const shades = (page) =>
  hook(page, "panel").evaluate((panel) => {
    const framed = "button:not(.text-button), input:not(.sr), textarea:not(.composer *), .card, .score, .comment:not(.score *), .file";
    const bare = [...panel.querySelectorAll(framed)].filter(
      (it) => !it.matches('[data-sender="system"] *') && ["none", "hidden"].includes(getComputedStyle(it).borderTopStyle),
    );
    const off = [...panel.querySelectorAll("svg.icon")].filter((it) => {
      const { stroke, fill } = getComputedStyle(it);
      const { color } = getComputedStyle(/** @type {Element} */ (it.parentElement));
      return stroke !== color && fill !== color;
    });
    return [...bare, ...off].filter((it) => it.checkVisibility()).map((it) => it.outerHTML.slice(0, 120));
  });

/** What the keyboard comes to and nobody sees that it is there. @param {Page} page @param {string} ring Its colour. */
async function unseen(page, ring) {
  await page.keyboard.press("Tab"); // from now on it is the keyboard that moves
  return hook(page, "panel").evaluate((panel, colour) => {
    const all = /** @type {HTMLElement[]} */ ([...panel.querySelectorAll("a[href], button:enabled, input, textarea, summary, [tabindex='0']")]);
    return all
      .filter((it) => it.checkVisibility() && !it.closest("[inert]"))
      .filter((it) => {
        it.focus();
        const places = [it, it.closest(".composer"), it.closest(".attach")].filter((place) => place !== null);
        return !places.some((place) => {
          const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(place);
          return outlineStyle === "solid" && parseFloat(outlineWidth) >= 2 && outlineColor === colour;
        });
      })
      .map((it) => it.outerHTML.slice(0, 120));
  }, ring);
}

test("forced colours: what comes later is drawn by lines and the system's colours, and says where the focus is", async (t) => {
  const { page, platform } = await visit(t, browser, { platform: AFTER_HOURS });
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await open(page);
  const [highlight, on, plain] = [await system(page, "Highlight"), await system(page, "HighlightText"), await system(page, "ButtonText")];
  /** @param {string} name @returns {Promise<string[][]>} Colours of the pressed ones, and of the others. */
  const pressed = async (name) => {
    const all = await hook(page, name).evaluateAll((buttons) =>
      buttons.map((it) => {
        const { color, backgroundColor } = getComputedStyle(it);
        const { stroke } = getComputedStyle(/** @type {Element} */ (it.querySelector("svg")));
        return { is: it.getAttribute("aria-pressed"), look: [backgroundColor, color, stroke].join(" ") };
      }),
    );
    return ["true", "false"].map((is) => [...new Set(all.filter((it) => it.is === is).map(({ look }) => look))]);
  };
  for (const chapter of LATER) {
    await tellLater(page, platform, chapter);
    assert.deepEqual(await shades(page), [], chapter);
    assert.deepEqual(await unseen(page, highlight), [], chapter);
    if (chapter !== "comment" && chapter !== "score") continue;
    const [yes, no] = chapter === "comment" ? [(await pressed("thumb-down"))[0], (await pressed("thumb-up"))[1]] : await pressed("score");
    assert.deepEqual(yes, [[highlight, on, on].join(" ")], chapter);
    assert.equal(no?.length, 1, chapter);
    assert.ok(no?.[0]?.endsWith(`${plain} ${plain}`), `${chapter}: ${no}`);
  }
});

/** Smaller than a finger, or than what the same is elsewhere. @param {Page} page */
const small = (page) =>
  hook(page, "panel").evaluate((panel) =>
    // Those within a sentence are as high as its lines.
    [...panel.querySelectorAll("button:not(.disclosure > div > .text-button, .mark), a[href], summary, input:not(.sr), textarea, label.attach")]
      .filter((it) => it.checkVisibility() && !it.closest("[inert]"))
      .filter((it) => {
        const { width, height } = it.getBoundingClientRect();
        const least = innerWidth <= 480 && it.matches(".icon-button:not(.small)") ? 44 : 24;
        return width < least - 0.5 || height < least - 0.5;
      })
      .map((it) => `${it.getBoundingClientRect().width} × ${it.getBoundingClientRect().height}: ${it.outerHTML.slice(0, 120)}`),
  );

/** What moves now, or would. @param {Page} page */
const moving = (page) =>
  page.evaluate(() =>
    [...(document.querySelector("otvet-widget")?.shadowRoot?.querySelectorAll("*") ?? [])]
      .filter((it) =>
        ["", "::before", "::after"].some((part) => {
          const { animationName, transitionDuration } = getComputedStyle(it, part);
          return animationName !== "none" || transitionDuration.split(", ").some((time) => parseFloat(time) > 0.01);
        }),
      )
      .map((it) => it.outerHTML.slice(0, 100)),
  );

/** Every field that the sources make, by its hook. @returns {Promise<string[]>} */
async function fields() {
  const src = new URL("../../src/", import.meta.url);
  const names = (await readdir(src, { recursive: true })).filter((name) => name.endsWith(".js"));
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, src), "utf8")));
  const made = texts.flatMap((text) => [...text.matchAll(/h\(\s*"(?:input|textarea|select)",([^)]*?)(?:hook: "([\w-]+)"|\))/g)]);
  return [...new Set(made.map(([whole, , name]) => name ?? whole))].sort();
}

/** @type {BrowserContextOptions} */
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, reducedMotion: "reduce" };

test("on a phone no field makes the page zoom in, all can be touched, and nothing moves for whoever wants it so", async (t) => {
  const { page, platform } = await visit(t, browser, { platform: AFTER_HOURS, context: PHONE });
  // However small a site wishes its letters.
  await dress(page, "otvet-widget { --otvet-font-size: 12px }");
  await open(page);
  const seen = new Set();
  for (const chapter of LATER) {
    await tellLater(page, platform, chapter);
    const shown = await hook(page, "panel").locator("input, textarea, select").evaluateAll((all) =>
      all.map((it) => ({
        name: /** @type {HTMLElement} */ (it).dataset["otvet"],
        size: it.getAttribute("type") === "file" ? Infinity : parseFloat(getComputedStyle(it).fontSize),
      })),
    );
    assert.deepEqual(shown.filter(({ size }) => size < 16), [], chapter);
    for (const { name } of shown) seen.add(name);
    assert.deepEqual(await small(page), [], chapter);
    assert.deepEqual(await moving(page), [], chapter);
  }
  assert.deepEqual([...seen].sort(), await fields(), "a field that no chapter shows is looked at by nobody");
  await page.emulateMedia({ reducedMotion: "no-preference" });
  assert.notDeepEqual(await moving(page), []);
});

/** Letters that are smaller than twice the smallest. @param {Page} page */
const unmoved = (page) =>
  hook(page, "panel").evaluate((panel) =>
    [...panel.querySelectorAll("*")]
      .filter((it) => it.checkVisibility() && [...it.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()))
      .filter((it) => parseFloat(getComputedStyle(it).fontSize) < 22)
      .map((it) => it.outerHTML.slice(0, 120)),
  );

for (const [how, { css, viewport }] of Object.entries({
  "the browser's zoom, of 640 px": { css: "", viewport: { width: 320, height: 420 } },
  "larger letters alone, at 320 px": {
    css: ":root { font-size: 200% } otvet-widget { --otvet-font-size: calc(15rem / 16) }",
    viewport: { width: 320, height: 568 },
  },
})) {
  test(`text at 200 % by ${how}: what comes later is whole and in reach`, async (t) => {
    const { page, platform } = await visit(t, browser, { platform: AFTER_HOURS, context: { viewport, reducedMotion: "reduce" } });
    await dress(page, css);
    await open(page);
    for (const chapter of LATER) {
      await tellLater(page, platform, chapter);
      assert.deepEqual(await cut(page), [], chapter);
      assert.deepEqual(await small(page), [], chapter);
      if (css) assert.deepEqual(await unmoved(page), [], chapter);
      if (!chapter.startsWith("away")) continue;
      const strip = await box(page.locator(".queue"));
      const asked = await hook(page, "queue").evaluate((it) => it.scrollHeight);
      assert.ok(strip.height >= Math.min(asked - 1, viewport.height * 0.6), `${chapter}: ${strip.height} of ${asked} px`);
    }
  });
}
