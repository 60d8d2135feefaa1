/** One conversation from the question to the operator, for looks and screenshots. */
import { hook, pause, write } from "./browser.js";

/** @import { Page } from "playwright-core" */
/** @import { Platform } from "../platform/platform.js" */

export const STORY = /** @type {const} */ (["reading", "streaming", "answered", "clarified", "waiting", "operator", "lost"]);

const ANSWER =
  "Похоже, сеть подключена, но не получает адрес. Попробуйте так:\n\n" +
  "1. Отключите **Wi‑Fi** и через 10 секунд включите снова.\n" +
  "2. Если не помогло, обновите адрес командой `ipconfig /renew` [1].\n" +
  "3. Проверьте, что VPN выключен: он может перехватывать трафик [2].\n\n" +
  "Подробнее — в [инструкции](https://wiki.demo.test/wifi).";

const ID = "0199aaaa-0000-7000-8000-000000000001";

/**
 * @param {Page} page
 * @param {Platform} platform
 * @param {typeof STORY[number]} chapter
 */
export async function tell(page, platform, chapter) {
  const talk = platform.talk();
  switch (chapter) {
    case "reading":
      await write(page, "Wi‑Fi подключён, а сайты не открываются");
      await hook(page, "message", '[data-state="sent"]').waitFor();
      platform.stage(talk, ID, "reading", { agent: "network" });
      await hook(page, "stage").waitFor();
      break;
    case "streaming":
      platform.stage(talk, ID, "writing", { agent: "network" });
      platform.delta(talk, ANSWER.slice(0, 190));
      await hook(page, "message", '[data-state="streaming"]').waitFor();
      break;
    case "answered":
      platform.complete(talk, {
        id: ID,
        agent: "network",
        outcome: "quoted",
        text: ANSWER,
        citations: [
          { n: 1, title: "Wi‑Fi в офисе: нет адреса", quote: "Если адрес начинается с 169.254, выполните ipconfig /renew и подключитесь к сети заново.", url: "https://wiki.demo.test/wifi/address" },
          { n: 2, title: "VPN и доступ к сайтам", quote: "Включённый VPN направляет весь трафик через офис." },
        ],
      });
      await hook(page, "citation").first().locator("summary").click();
      break;
    case "clarified":
      await write(page, "Не помогло");
      await hook(page, "message", '[data-state="sent"]').nth(1).waitFor();
      platform.complete(talk, { agent: "network", outcome: "clarified", text: "Что происходит сейчас?", choices: ["Сайты не открываются", "Wi‑Fi пропал совсем", "Работает, но медленно"] });
      await hook(page, "choice").first().waitFor();
      break;
    case "waiting":
      await hook(page, "call-human").click();
      talk.state = { id: talk.id, status: "waiting", position: 2, eta_seconds: 180 };
      platform.fact(talk, "handoff.started", { position: 2, eta_seconds: 180 });
      platform.say(talk, { sender: "system", outcome: "handed_off", text: "" });
      await hook(page, "queue").waitFor();
      break;
    case "operator":
      talk.state = { id: talk.id, status: "operator", operator_name: "Анна Орлова" };
      platform.fact(talk, "operator.joined", { name: "Анна Орлова" });
      platform.say(talk, { sender: "system", outcome: "operator_joined", operator_name: "Анна Орлова", text: "" });
      platform.say(talk, { sender: "operator", operator_name: "Анна Орлова", text: "Здравствуйте! Вижу переписку. Напишите, пожалуйста, номер кабинета: проверю точку доступа." });
      await hook(page, "message", '[data-sender="operator"]').waitFor();
      await write(page, "Кабинет 314");
      await hook(page, "message", '[data-state="sent"]').nth(2).waitFor();
      platform.emit(talk.id, "typing.started", { name: "Анна Орлова" });
      await hook(page, "stage").waitFor();
      break;
    case "lost":
      await platform.stop();
      await hook(page, "connection").waitFor();
      break;
  }
  await pause(350);
}
