import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { hook, launch, open, visit, write } from "./browser.js";

/** @import { Locator, Page } from "playwright-core" */

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Goes on by one key until it is there. @param {Page} page @param {Locator} target @param {string} key */
async function go(page, target, key) {
  for (let steps = 0; steps < 40; steps += 1) {
    await page.keyboard.press(key);
    if (await target.evaluate((it) => it.matches(":focus"))) return assertSeen(target);
  }
  assert.fail(`${key} does not lead to ${target}`);
}

/** Where the keyboard is can be seen. @param {Locator} target */
async function assertSeen(target) {
  const seen = await target.evaluate((it) => {
    // A label stands for what is only for ears.
    const shown = it.closest("label") ?? it;
    const { outlineStyle, outlineWidth } = getComputedStyle(shown);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });
  assert.ok(seen, `the focus on ${target} is not seen`);
}

test("choices are walked and taken by the keyboard", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  await write(page, "Не работает");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  platform.complete(platform.talk(), { agent: "network", outcome: "clarified", text: "Что?", choices: ["Сайты", "Wi‑Fi", "Всё"] });
  await hook(page, "choice").first().waitFor();
  await go(page, hook(page, "choice").nth(2), "Shift+Tab");
  await go(page, hook(page, "choice").nth(1), "Shift+Tab");
  await page.keyboard.press("Space");
  await hook(page, "message", '[data-state="sent"]').getByText("Wi‑Fi").waitFor();
  assert.deepEqual(platform.talk().messages.filter(({ sender }) => sender === "visitor").map(({ text }) => text), ["Не работает", "Wi‑Fi"]);
});

test("sources are opened from the text and from the list, and their links reached, by the keyboard", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  await write(page, "Вопрос");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  platform.complete(platform.talk(), {
    agent: "network",
    outcome: "quoted",
    text: "Раз [1]. Два [2].",
    citations: [
      { n: 1, title: "Первая", quote: "Цитата", url: "https://wiki.demo.test/1" },
      { n: 2, title: "Вторая", quote: "Другая" },
    ],
  });
  const sources = hook(page, "citation");
  await sources.first().waitFor();
  const [mark, summary] = [page.locator("button.mark").first(), sources.locator("summary")];
  await go(page, mark, "Shift+Tab");
  await page.keyboard.press("Enter");
  assert.equal(await sources.first().evaluate((it) => /** @type {HTMLDetailsElement} */ (it).open), true);
  assert.equal(await summary.first().evaluate((it) => it.matches(":focus")), true, "it leads there");
  await go(page, page.locator(".source-link"), "Tab");
  await go(page, summary.nth(1), "Tab");
  await page.keyboard.press("Enter");
  await page.getByText("Другая").waitFor();
  await page.keyboard.press("Enter");
  await page.getByText("Другая").waitFor({ state: "hidden" });
});

test("files are chosen, taken back and saved by the keyboard", async (t) => {
  const { page } = await visit(t, browser);
  await open(page);
  const choosing = page.waitForEvent("filechooser");
  await go(page, hook(page, "attach"), "Shift+Tab");
  await page.keyboard.press("Enter");
  const file = (/** @type {string} */ name) => ({ name, mimeType: "text/plain", buffer: Buffer.from("строка") });
  await (await choosing).setFiles([file("лишний.txt"), file("журнал.txt")]);
  await hook(page, "tray-file").nth(1).getByText(/Б$/).waitFor();
  await go(page, page.getByRole("button", { name: "Убрать лишний.txt" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await hook(page, "tray-file").nth(1).waitFor({ state: "detached" });
  await hook(page, "composer").focus();
  await page.keyboard.press("Enter");
  const saved = page.getByRole("button", { name: "Скачать журнал.txt" });
  await saved.waitFor();
  await go(page, saved, "Shift+Tab");
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  assert.equal((await download).suggestedFilename(), "журнал.txt");
});
