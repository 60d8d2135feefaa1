// «Why this answer?», in a real browser: by the mouse, by the keyboard, on a phone, and when it fails.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { byTestId, DESKTOP, openBrowser, openPage, PHONE, signIn } from "./browser.mjs";
import { ordinaryDay } from "./fixtures.mjs";
import { startPlatform } from "./platform.mjs";

describe("the explanation of an answer", () => {
  let browser, platform, ids, page, context, complaints;

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  beforeEach(async () => {
    platform = await startPlatform();
    ids = ordinaryDay(platform.desk);
  });
  afterEach(async () => {
    await context.close();
    await platform.stop();
    assert.deepEqual(complaints, [], "the browser's console stays silent");
  });

  const open = async (viewport = DESKTOP, touch = false) => {
    ({ page, context, complaints } = await openPage(browser, { viewport, touch }));
    page.setDefaultTimeout(8_000);
    await signIn(page, platform);
    await page.goto(`${platform.url}/admin/inbox/waiting/${ids.vpn}`);
    await byTestId(page, "take").waitFor();
  };
  const message = (text) => page.locator("[data-testid='message']", { hasText: text });
  const button = (text) => message(text).getByRole("button", { name: "Почему такой ответ?" });
  const panel = () => byTestId(page, "why");
  const isGone = () => panel().waitFor({ state: "detached" });
  const focused = () => page.evaluate(() => document.activeElement?.dataset.why ?? document.activeElement?.tagName);

  it("stands beside the conversation, which stays in use, and goes by Escape", async () => {
    await open();
    await button("Ошибка 809 значит").click();
    await panel().getByText("Уверенность 0,82 — выше порога 0,75, поэтому агент ответил.").waitFor();
    assert.equal(await focused(), "H2", "the focus comes with it");
    assert.equal(await button("Ошибка 809 значит").getAttribute("aria-expanded"), "true");

    await button("Уточните, пожалуйста").click();
    await panel().getByText("поэтому предложил выбор", { exact: false }).waitFor();
    assert.equal(await panel().count(), 1);
    await page.keyboard.press("Escape");
    await isGone();
    const opener = await button("Уточните, пожалуйста").getAttribute("data-why");
    assert.equal(await focused(), opener, "the focus goes back");
    assert.match(page.url(), new RegExp(ids.vpn), "one Escape is one step back");

    await button("Уточните, пожалуйста").click();
    await panel().getByText("Найдено 3 отрывка").waitFor();
    await page.keyboard.press("t");
    await page.locator("[data-testid='status'][data-status='mine']").waitFor();
    assert.equal(await panel().count(), 1, "the keys of the conversation work beside it");
    await panel().getByRole("button", { name: "Закрыть объяснение" }).click();
    await isGone();
  });

  it("is opened by a key, of the last answer or of the one that has the focus", async () => {
    await open();
    await page.keyboard.press("w");
    await panel().getByText("повторяться агент не стал", { exact: false }).waitFor();
    await page.keyboard.press("w");
    await isGone();
    await button("Ошибка 809 значит").focus();
    await page.keyboard.press("w");
    await panel().getByText("поэтому агент ответил.", { exact: false }).waitFor();
    await panel().getByText("процитирован [1]").click();
    await panel().getByText("691 — неверный пароль.", { exact: false }).waitFor();
    await panel().getByRole("link", { name: /help\.corp\.example/ }).waitFor();
  });

  it("covers a phone, and gives it back", async () => {
    await open(PHONE, true);
    await button("Ошибка 809 значит").tap();
    await panel().getByText("Кто писал").waitFor();
    await panel().evaluate((dialog) => Promise.all(dialog.getAnimations().map((each) => each.finished)).then(() => undefined));
    const box = await panel().boundingBox();
    assert.deepEqual([box.x, box.y, box.width, box.height], [0, 0, PHONE.width, PHONE.height]);
    assert.ok(await panel().evaluate((dialog) => dialog.matches(":modal")));
    await page.keyboard.press("Escape");
    await isGone();
    assert.equal(await focused(), await button("Ошибка 809 значит").getAttribute("data-why"));
    assert.match(page.url(), new RegExp(ids.vpn));
  });

  it("says when it could not be loaded, and tries again", async () => {
    await open();
    platform.fail("/provenance", 500, "internal");
    await button("Ошибка 809 значит").click();
    await panel().getByText("Объяснение не загрузилось").waitFor();
    await panel().getByRole("button", { name: "Повторить" }).click();
    await panel().getByText("выше порога", { exact: false }).first().waitFor();

    platform.fail("/provenance", 404, "not_found");
    await button("Позвали человека").click();
    await panel().getByText("Об этом сообщении ничего не записано").waitFor();
  });
});
