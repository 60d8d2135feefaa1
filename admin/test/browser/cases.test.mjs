// Test cases of the agents, in a real browser: kept from an answer, run, and seen to break.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { byTestId, DESKTOP, expectAccessible, openBrowser, openPage, PHONE, shot, signIn } from "./browser.mjs";
import { ordinaryDay } from "./fixtures.mjs";
import { CLARA } from "./platform-auth.mjs";
import { startPlatform } from "./platform.mjs";

const VPN = "Не работает VPN";
const WORDS = { what: "text", expected: "порт* UDP", made: "" };

describe("the test cases", () => {
  let browser, platform, page, context, complaints;

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  beforeEach(async () => {
    platform = await startPlatform();
    ordinaryDay(platform.desk);
  });
  afterEach(async () => {
    await context.close();
    await platform.stop();
    assert.deepEqual(complaints, [], "the browser's console stays silent");
  });

  const open = async (path, viewport = DESKTOP, scheme = "light", touch = false) => {
    ({ page, context, complaints } = await openPage(browser, { viewport, scheme, touch }));
    page.setDefaultTimeout(8_000);
    await signIn(page, platform, "/admin/", CLARA);
    await page.goto(`${platform.url}/admin${path}`);
  };
  const button = (name) => page.getByRole("button", { name, exact: true });
  const dialog = (name) => page.getByRole("dialog", { name });
  const row = (text) => byTestId(page, "case").filter({ hasText: text });
  /** What is still fading in has other colours. */
  const settled = () =>
    page.evaluate(() => Promise.allSettled(document.getAnimations().filter((each) => each.effect.getTiming().iterations !== Infinity).map((each) => each.finished)).then(() => undefined));
  const keep = (question) =>
    platform.cases.handle(`PUT /sites/0193a000-0000-7000-8000-0000000000aa/cases/${randomUUID()}`,
      { question, history: [], action: "answer", agent: "network", document_id: null, contains: ["порт* UDP"], note: "" }, CLARA);

  it("are kept from an answer by the keyboard, run, and seen to break", async () => {
    await open("/playground");
    await page.getByLabel("Вопрос агентам").fill(VPN);
    await page.keyboard.press("Enter");
    await button("В проверки").focus();
    await page.keyboard.press("Enter");
    const form = dialog("Новая проверка");
    await form.waitFor();
    assert.equal(await form.getByLabel("Вопрос посетителя").inputValue(), VPN);
    await form.getByRole("combobox", { name: "Кто отвечает" }).getByRole("option", { name: "Сеть", includeHidden: true }).waitFor({ state: "attached" });
    assert.equal(await form.getByLabel("Кто отвечает").inputValue(), "network");
    assert.equal(await form.getByLabel("Что сделать").inputValue(), "answer");
    await form.getByLabel("Что должно быть в ответе").fill("порт* UDP");
    await form.getByLabel("Примечание").fill("важно");
    await page.keyboard.press("Enter");
    await form.waitFor({ state: "detached" });
    assert.equal([...platform.cases.cases.values()][0].contains[0], "порт* UDP");

    await page.getByRole("link", { name: "Проверки", exact: true }).click();
    await row(VPN).getByText("Не запускалась").waitFor();
    await button("Запустить все").click();
    await page.getByRole("progressbar", { name: "Проверено 0 из 1" }).waitFor();
    platform.cases.judge(VPN);
    await row(VPN).getByText("Прошла", { exact: true }).waitFor();
    platform.cases.end();
    await byTestId(page, "run").getByText("Последний прогон").waitFor();

    await button("Запустить все").click();
    await button("Остановить").waitFor();
    platform.cases.judge(VPN, [WORDS]);
    platform.cases.end();
    await row(VPN).getByText("В ответе нет: «порт* UDP».").waitFor();
    await row(VPN).getByText("раньше проходила").waitFor();
    await byTestId(page, "run").getByText("сломалось 1", { exact: false }).waitFor();
    await page.getByRole("radio", { name: "Сломались: 1" }).click({ force: true });
    await page.waitForURL(/show=broken/);

    await row(VPN).getByRole("button", { name: "Ход мысли" }).click();
    const look = byTestId(page, "case-look");
    await look.getByText("Найден 1 отрывок").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "H2", "the focus comes with it");
    await look.getByRole("button", { name: "Закрыть ход мысли" }).click();
    await look.waitFor({ state: "detached" });
  });

  it("are stopped, deleted and brought back", async () => {
    keep(VPN);
    keep("Забыл пароль");
    await open("/playground/cases");
    await row(VPN).getByRole("button", { name: "Запустить" }).click();
    await button("Остановить").click();
    await byTestId(page, "run").getByText("Прогон не закончен").waitFor();
    await row(VPN).getByRole("button", { name: "Удалить" }).click();
    await row(VPN).waitFor({ state: "detached" });
    await page.getByRole("status").getByRole("button", { name: "Вернуть" }).click();
    await row(VPN).waitFor();
  });

  it("come from a table and go into one", async () => {
    await open("/playground/cases");
    await byTestId(page, "no-cases").waitFor();
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button("Загрузить CSV").click()]);
    const text = "вопрос;действие;агент\nДайте человека;hand_off;\nПусто;;\n";
    await chooser.setFiles({ name: "cases.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await page.getByText("Добавлена 1 проверка").waitFor();
    await row("Дайте человека").getByText("Позвать человека").waitFor();
    const [file] = await Promise.all([page.waitForEvent("download"), button("Выгрузить").click()]);
    assert.equal(file.suggestedFilename(), "cases.csv");
  });

  for (const [device, viewport] of [["desktop", DESKTOP], ["phone", PHONE], ["narrow", { width: 320, height: 640 }]]) {
    for (const scheme of ["light", "dark"]) {
      it(`are read on a ${device} in ${scheme}`, async () => {
        keep(VPN);
        keep("Очень-очень-длинный-вопрос-без-единого-пробела-который-ни-за-что-не-хочет-переноситься-на-другую-строку");
        platform.cases.handle("POST /sites/0193a000-0000-7000-8000-0000000000aa/cases/runs", { case_ids: [] }, CLARA);
        platform.cases.judge(VPN, [WORDS]);
        await open("/playground/cases", viewport, scheme, device !== "desktop");
        await row(VPN).getByText("Не прошла").waitFor();
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= viewport.width, `scrolls sideways: ${width}`);
        await settled();
        await expectAccessible(page, `the test cases on a ${device} in ${scheme}`);
        await shot(page, `cases-${device}-${scheme}`);
        await row(VPN).getByRole("button", { name: "Изменить" }).click();
        await dialog("Проверка").waitFor();
        await settled();
        await expectAccessible(page, `the form on a ${device} in ${scheme}`);
        await shot(page, `case-form-${device}-${scheme}`);
        await page.keyboard.press("Escape");
        await dialog("Проверка").waitFor({ state: "detached" });
        await row(VPN).getByRole("button", { name: "Ход мысли" }).click();
        await byTestId(page, "case-look").getByText("Найден 1 отрывок").waitFor();
        await settled();
        await expectAccessible(page, `the trace on a ${device} in ${scheme}`);
      });
    }
  }
});
