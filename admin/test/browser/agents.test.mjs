// The agents' policies, in a real browser: by the keyboard, at once, and taken back when refused.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { byTestId, openBrowser, openPage, signIn } from "./browser.mjs";
import { ordinaryDay } from "./fixtures.mjs";
import { ANNA, CLARA } from "./platform-auth.mjs";
import { startPlatform } from "./platform.mjs";

describe("the agents' page", () => {
  let browser, platform, page, context, complaints;

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  beforeEach(async () => {
    platform = await startPlatform();
    ordinaryDay(platform.desk);
    ({ page, context, complaints } = await openPage(browser));
    page.setDefaultTimeout(8_000);
  });
  afterEach(async () => {
    await context.close();
    await platform.stop();
    assert.deepEqual(complaints, [], "the browser's console stays silent");
  });

  const slider = (name) => page.getByRole("slider", { name: new RegExp(name) });
  const said = async (name) => (await slider(name).getAttribute("aria-valuetext")).replaceAll("\u00a0", " ");
  const expected = (name) => page.locator("[data-testid='agent']", { hasText: name }).locator("output");
  const open = async () => {
    await signIn(page, platform, "/admin/", CLARA);
    await page.getByRole("link", { name: "Агенты" }).first().click();
    await page.getByRole("link", { name: "Допустимые ошибки" }).click();
    await slider("Сеть").waitFor();
  };

  it("is moved by the keyboard, says what to expect, and saves", async () => {
    await open();
    assert.match(await page.title(), /^Агенты/);
    assert.equal(await said("Сеть"), "3 % сообщений, по умолчанию");
    await slider("Сеть").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    assert.equal(await said("Сеть"), "5 % сообщений");
    await expected("Сеть").getByText("верно ответит на 25, ошибётся в 5, на остальные 70").waitFor();
    assert.equal(platform.agents.shares.network, null, "nothing is sent before it is saved");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("Сеть: 5 % ошибок").waitFor();
    assert.equal(platform.agents.shares.network, 0.05);
    assert.equal(await page.evaluate(() => document.activeElement.type), "range", "focus is kept");
    await page.reload();
    await slider("Сеть").waitFor();
    assert.equal(await said("Сеть"), "5 % сообщений");
    await page.getByRole("listitem").filter({ hasText: "Сеть" }).getByRole("button", { name: "По умолчанию" }).click();
    await page.getByText("Сеть: 3 % ошибок").waitFor();
    assert.equal(platform.agents.shares.network, null);
  });

  it("takes a change back that the server refuses, and tries again when asked", async () => {
    await open();
    await slider("Доступ").focus();
    await page.keyboard.press("End");
    platform.fail("/agents/0193a000-0000-7000-8000-0000000000aa/access", 503, "store_unavailable");
    await page.getByRole("button", { name: "Сохранить" }).click();
    await page.getByText("Не сохранено. Хранилище сейчас не отвечает.", { exact: false }).waitFor();
    assert.equal(await said("Доступ"), "1 % сообщений");
    assert.equal(platform.agents.shares.access, 0.01);
    await page.getByRole("button", { name: "Повторить" }).click();
    await page.getByText("Доступ и пароли: 10 % ошибок").waitFor();
    assert.equal(platform.agents.shares.access, 0.1);
  });

  it("is said in the language that the console speaks", async () => {
    await open();
    await byTestId(page, "account").click();
    await page.getByText("English").click();
    await slider("Access and passwords").waitFor();
    await page.getByRole("heading", { name: "Agents", exact: true }).waitFor();
  });

  it("is not there for those who may not change it", async () => {
    await signIn(page, platform, "/admin/", ANNA);
    assert.equal(await page.getByRole("link", { name: "Агенты" }).count(), 0);
    await page.goto(`${platform.url}/admin/agents`);
    await page.getByText("Такой страницы нет").waitFor();
  });
});
