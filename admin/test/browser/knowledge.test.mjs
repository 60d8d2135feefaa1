// The knowledge page, in a real browser: live states, files, texts, sites, deletion, and who sees it.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { byTestId, openBrowser, openPage, signIn } from "./browser.mjs";
import { ANNA, BORIS, CLARA } from "./platform-auth.mjs";
import { ordinaryKnowledge } from "./platform-knowledge.mjs";
import { startPlatform } from "./platform.mjs";

describe("the knowledge page", () => {
  let browser, platform, ids, page, context, complaints;

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  beforeEach(async () => {
    platform = await startPlatform();
    ids = ordinaryKnowledge(platform.knowledge);
    ({ page, context, complaints } = await openPage(browser));
    page.setDefaultTimeout(8_000);
  });
  afterEach(async () => {
    await context.close();
    await platform.stop();
    assert.deepEqual(complaints, [], "the browser's console stays silent");
  });

  const row = (text) => byTestId(page, "document").filter({ hasText: text });
  const rows = () => byTestId(page, "document").allInnerTexts();
  const stored = (name) => [...platform.knowledge.documents.values()].find((each) => each.name === name);
  const file = (name, content = "text") => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
  const button = (name) => page.getByRole("button", { name });
  const open = async () => {
    await signIn(page, platform, "/admin/", CLARA);
    await page.getByRole("link", { name: "Знания" }).click();
    await row("Подключение к VPN").waitFor();
  };

  it("tells how far each document is, why one failed and what to do, and stays live", async () => {
    await open();
    assert.match(await page.title(), /^Знания/);
    await row("инструкция бухгалтера").getByText("Файл повреждён. Откройте его в своей программе").waitFor();
    await row("вопросы.xlsx").getByText("Часть строк пропущена").waitFor();
    assert.equal(await row("политика.pdf").getAttribute("data-state"), "pending");
    platform.knowledge.settle(ids.queued, { state: "ready", passages: 12, title: "Политика безопасности" });
    await row("Политика безопасности").getByText("12 фрагментов").waitFor();
  });

  it("finds by name, agent and state, and keeps what is looked for in the address", async () => {
    await open();
    await page.getByRole("searchbox").fill("WI-FI");
    await page.waitForFunction(() => document.querySelectorAll("[data-testid='document']").length === 1);
    await page.reload();
    await row("Wi-Fi для гостей").waitFor();
    assert.equal((await rows()).length, 1);
    await row("Wi-Fi для гостей").click();
    await page.getByRole("link", { name: "Все документы" }).click();
    assert.equal(await page.getByRole("searchbox").inputValue(), "WI-FI", "it is come back to");
    await page.getByRole("searchbox").fill("");
    await page.getByLabel("Состояние").selectOption("failed");
    await page.waitForFunction(() => document.querySelectorAll("[data-testid='document']").length === 1);
    await row("инструкция бухгалтера").waitFor();
    await page.getByLabel("Агент", { exact: true }).selectOption({ label: "Сеть" });
    await page.getByText("Ничего не найдено").waitFor();
    await button("Сбросить").click();
    await row("Фишинг").waitFor();
  });

  it("opens a document with its passages, and deletes it once it was asked for by name", async () => {
    await open();
    await row("Подключение к VPN").click();
    await page.getByRole("heading", { name: "Подключение к VPN", exact: true }).waitFor();
    await byTestId(page, "passage").nth(1).waitFor();
    await page.getByText("Спрашивают: впн не подключается; ошибка 809").waitFor();
    await button("Удалить").click();
    const dialog = page.getByRole("dialog", { name: "Удалить документ?" });
    await dialog.getByText("«Подключение к VPN» и все его фрагменты").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Не удалять");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await button("Удалить").click();
    await dialog.getByRole("button", { name: "Удалить" }).click();
    await page.getByText("Удалено: Подключение к VPN").waitFor();
    await row("Фишинг").waitFor();
    assert.equal(await row("Подключение к VPN").count(), 0);
    assert.equal(platform.knowledge.documents.has(ids.vpn), false);
    await page.goBack();
    await page.goto(`${platform.url}/admin/knowledge/documents/${ids.vpn}`);
    await page.getByText("Такого документа нет").waitFor();
  });

  it("says before sending what cannot be read, sends the rest, and tries again what failed", async () => {
    await open();
    await button("Добавить").click();
    await page.getByText("PDF, DOCX, XLSX, CSV, HTML, Markdown и текст, каждый до 20 МБ").waitFor();
    await page.getByLabel("Для агента").selectOption({ label: "Оборудование" });
    await page.locator("input[type=file]").setInputFiles([file("принтер.md", "# Принтер"), file("фото.png")]);
    await page.getByText("Такие файлы не читаются").waitFor();
    platform.fail("/documents/upload", 503, "store_unavailable");
    await button("Загрузить 1 файл").click();
    const failed = byTestId(page, "upload").filter({ hasText: "принтер.md" });
    await failed.getByText("Хранилище сейчас не отвечает").waitFor();
    await failed.getByRole("button", { name: "Повторить загрузку: принтер.md" }).click();
    await row("принтер.md").waitFor();
    assert.equal(stored("принтер.md").text, "# Принтер");
    assert.equal(stored("принтер.md").agent, "hardware");
    assert.equal(stored("фото.png"), undefined);
    await button("Скрыть: фото.png").click();
    await byTestId(page, "upload").first().waitFor({ state: "detached" });
  });

  it("takes files that are dropped anywhere on it", async () => {
    await open();
    const transfer = await page.evaluateHandle(() => {
      const dropped = new window.DataTransfer();
      dropped.items.add(new window.File(["текст"], "vpn.md"));
      return dropped;
    });
    await byTestId(page, "drop-area").dispatchEvent("dragenter", { dataTransfer: transfer });
    await page.getByText("Отпустите файлы, чтобы добавить").waitFor();
    await byTestId(page, "drop-area").dispatchEvent("drop", { dataTransfer: transfer });
    await page.getByText("заменит документ с этим именем").waitFor();
    await button("Загрузить 1 файл").click();
    await row("vpn.md").getByText("версия 4").waitFor();
  });

  it("adds a text, and a question with its answer, by the keyboard", async () => {
    await open();
    await button("Добавить").click();
    await page.getByText("Вопрос и ответ").click();
    await page.getByLabel("Вопрос", { exact: true }).focus();
    await page.keyboard.type("Как сменить пароль?");
    await page.keyboard.press("Enter");
    await page.getByText("Заполните это поле.").waitFor();
    await page.getByLabel("Другие формулировки").fill("забыл пароль\nсброс пароля");
    await page.getByLabel("Ответ", { exact: true }).fill("Нажмите **Сменить**.");
    await page.getByRole("dialog").getByRole("button", { name: "Добавить" }).click();
    await row("Как сменить пароль?").waitFor();
    assert.equal(
      stored("Как сменить пароль?").text,
      "## Как сменить пароль?\n<!-- phrasings: забыл пароль; сброс пароля -->\n\nНажмите **Сменить**.\n",
    );
    await button("Добавить").click();
    await page.getByText("Текст", { exact: true }).click();
    await page.getByLabel("Название").fill("График работы");
    await page.getByLabel("Текст", { exact: true }).last().fill("С 9 до 18");
    await page.getByRole("dialog").getByRole("button", { name: "Добавить" }).click();
    await row("График работы").waitFor();
    assert.equal(stored("График работы").text, "# График работы\n\nС 9 до 18");
  });

  it("has a site read, shows what came of it, and reads it again", async () => {
    await open();
    await page.getByRole("link", { name: "Веб-сайты" }).click();
    const source = (text) => byTestId(page, "source").filter({ hasText: text });
    await source("help.example").getByText("прочитана 41 страница").waitFor();
    await source("help.example").getByText("Сайт не отдал страницу").waitFor();
    await source("help.example").getByText("Удалена 1 страница").click();
    await source("help.example").getByText("https://help.example/network/fax").waitFor();
    await source("printers.example").getByText("robots.txt для OtvetBot").waitFor();
    await button("Прочитать снова: https://help.example/network/").click();
    await page.getByText("Сайт help.example будет прочитан").waitFor();
    assert.equal(platform.knowledge.sources.get(ids.source).state, "pending");
    await button("Добавить").click();
    await page.getByLabel("Адрес сайта").fill("ftp://a b");
    await button("Прочитать", { exact: true }).last().click();
    await page.getByText("Нужен адрес вида").waitFor();
    await page.getByLabel("Адрес сайта").fill("docs.example/help/");
    await page.keyboard.press("Enter");
    await source("https://docs.example/help/").waitFor();
  });

  it("is kept by a supervisor, in their language, and looked at by an operator", async () => {
    await signIn(page, platform, "/admin/", BORIS);
    await page.getByRole("link", { name: "Knowledge" }).click();
    await row("инструкция бухгалтера").getByText("The file is damaged").waitFor();
    assert.equal(await button("Add").count(), 1);
    await row("Подключение к VPN").click();
    await byTestId(page, "passage").first().waitFor();
    await button("Delete").click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await page.waitForURL(/\/knowledge$/);
    assert.ok(!platform.knowledge.documents.has(ids.vpn));
    await context.clearCookies();
    await signIn(page, platform, "/admin/", ANNA);
    await page.getByRole("link", { name: /Знания|Knowledge/ }).click();
    await row("Wi-Fi для гостей").waitFor();
    assert.equal(await page.getByRole("button", { name: /Добавить|Add/ }).count(), 0);
    await row("Wi-Fi для гостей").click();
    await page.getByRole("heading", { name: "Wi-Fi для гостей" }).waitFor();
    assert.equal(await page.getByRole("button", { name: /Удалить|Delete/ }).count(), 0);
  });

  it("designs the empty and the failed", async () => {
    platform.knowledge.documents.clear();
    platform.knowledge.sources.clear();
    await signIn(page, platform, "/admin/", CLARA);
    await page.getByRole("link", { name: "Знания" }).click();
    await page.getByText("Документов пока нет").waitFor();
    await page.getByRole("link", { name: "Веб-сайты" }).click();
    await page.getByText("Сайты не читаются").waitFor();
    platform.fail("/knowledge/documents", 500, "internal", 9);
    await page.goto(`${platform.url}/admin/knowledge`);
    await page.getByText("Знания не загрузились").waitFor();
  });
});
