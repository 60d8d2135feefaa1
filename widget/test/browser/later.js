/** One visit that wants every part that comes later, for looks and for whoever sees or moves otherwise. */
import { SETTINGS, error } from "../platform/platform.js";
import { hook, write } from "./browser.js";

/** @import { Page } from "playwright-core" */
/** @import { Platform } from "../platform/platform.js" */

export const LATER = /** @type {const} */ ([
  "tray", "files", "erase", "thumb", "comment", "away", "away, wrong", "away, said", "score", "over", "earlier", "earlier, one", "earlier, failed",
]);

const DAY = 24 * 60 * 60 * 1_000;
const at = (/** @type {number} */ days) => new Date(Date.now() + days * DAY).toISOString();

/** Nobody is there now, and it is known when they are back. */
export const AFTER_HOURS = {
  settings: { ...SETTINGS, hours: { zone: "UTC", zone_name: "UTC", periods: [{ start: at(1.2), end: at(1.5) }] } },
};

/** A question as long as what is told of it, a name that is long, and one that is refused. */
const QUESTION = `Смотрите, что пишет: ${"не удаётся подключиться к удалённому рабочему столу, ".repeat(3)}и ничего больше`;
const files = (/** @type {Buffer} */ picture) => [
  { name: "снимок.png", mimeType: "image/png", buffer: picture },
  { name: "журнал-подключений-за-весь-прошлый-месяц-2026-10.txt", mimeType: "text/plain", buffer: Buffer.alloc(1_234_567, "x") },
  { name: "плохой.exe", mimeType: "application/x-msdownload", buffer: Buffer.from("x") },
];

/**
 * @param {Page} page
 * @param {Platform} platform
 * @param {typeof LATER[number]} chapter
 */
export async function tellLater(page, platform, chapter) {
  const talk = platform.talk();
  switch (chapter) {
    case "tray":
      platform.uploads.refuse = (name) => (name.endsWith(".exe") ? [400, error("file_unsupported", { message: "Такой файл нельзя отправить." })] : undefined);
      await hook(page, "attach").setInputFiles(files(await page.screenshot()));
      await hook(page, "tray-file").filter({ hasText: "журнал" }).getByText(/МБ$/).waitFor();
      await hook(page, "panel").getByText("плохой.exe: ").waitFor();
      break;
    case "files":
      await write(page, QUESTION);
      await hook(page, "picture").locator("img").waitFor();
      await hook(page, "file").waitFor();
      break;
    case "erase":
      await hook(page, "erase").click();
      await hook(page, "erase-yes").waitFor();
      break;
    case "thumb":
      await hook(page, "erase-no").click();
      platform.complete(talk, { agent: "network", outcome: "answered", text: "Проверьте кабель." });
      await hook(page, "thumb-up").click();
      await hook(page, "comment-open").waitFor();
      break;
    case "comment":
      await hook(page, "thumb-down").click();
      await hook(page, "comment").waitFor();
      break;
    case "away":
      talk.state = { id: talk.id, status: "waiting" };
      platform.fact(talk, "conversation.status", { status: "waiting", operator_name: null });
      await hook(page, "away-form").waitFor();
      break;
    case "away, wrong":
      await hook(page, "away-send").click();
      await page.getByText("Укажите почту или телефон").waitFor();
      break;
    case "away, said":
      await hook(page, "away-reach").fill("anna@example.com");
      await hook(page, "away-text").fill("Верните товар");
      await hook(page, "away-send").click();
      await hook(page, "away-left").getByText("Сообщение передано").waitFor();
      break;
    case "score":
      talk.state = { id: talk.id, status: "closed" };
      platform.fact(talk, "conversation.status", { status: "closed" });
      platform.say(talk, { sender: "system", outcome: "closed", text: "x" });
      await hook(page, "comment-close").click();
      await hook(page, "score").last().click();
      await hook(page, "score-card").locator('[data-otvet="comment"]').waitFor();
      break;
    case "over":
      await hook(page, "again").click();
      await hook(page, "message").first().waitFor({ state: "detached" });
      await hook(page, "earlier-open").waitFor();
      break;
    case "earlier":
      await hook(page, "earlier-open").click();
      await hook(page, "earlier-item").waitFor();
      break;
    case "earlier, one":
      await hook(page, "earlier-item").click();
      await hook(page, "earlier").getByText("Проверьте кабель.").waitFor();
      await hook(page, "earlier").locator('[data-otvet="picture"] img').waitFor();
      break;
    case "earlier, failed":
      await hook(page, "earlier-back").click();
      platform.refuse = (name) => (name.endsWith("/messages") ? error("internal") : undefined);
      await hook(page, "earlier-item").click();
      await hook(page, "earlier-more").getByText("Не загрузилось").waitFor();
      break;
  }
  // All that comes to rest; what says that somebody is waited for never does.
  await hook(page, "panel").evaluate(async (panel) => {
    const ending = panel.getAnimations({ subtree: true }).filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map((one) => one.finished));
  });
}
