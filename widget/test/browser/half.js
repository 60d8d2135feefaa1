/** An answer of which half is there, and what the device keeps meanwhile. */
import { hook, write } from "./browser.js";

/** @import { Page } from "playwright-core" */
/** @import { Platform } from "../platform/platform.js" */

export const ID = "0199aaaa-0000-7000-8000-000000000001";
export const [HALF, REST] = ["Первая 😀 половина", " и вторая"];

/** In a panel that is open. @param {Page} page @param {Platform} platform */
export async function half(page, platform) {
  await write(page, "Вопрос");
  await hook(page, "message", '[data-state="sent"]').waitFor();
  const talk = platform.talk();
  platform.stage(talk, ID, "writing", { agent: "network" });
  platform.delta(talk, HALF);
  await hook(page, "message").getByText(HALF).waitFor();
  return talk;
}

/** @param {Page} page @returns {Promise<string[]>} The ids of what the device keeps to be sent. */
export const kept = (page) =>
  page.evaluate(() => Object.keys(localStorage).flatMap((key) => /:out:(.*)/.exec(key)?.[1] ?? []));

/** @param {Page} page @returns {Promise<string[]>} */
export const texts = (page) => hook(page, "message").locator(".body").allTextContents();
