// How a conversation looks as it goes on: axe in both themes, on a phone under a finger, and pictures
// to look at (SHOTS_DIR). All addresses, and 320 px: routes.test.mjs.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { byTestId, DESKTOP, expectAccessible, expectNoSideways, openBrowser, openPage, PHONE, row, settled, shot, SHOTS, signIn } from "./browser.mjs";
import { ordinaryDay } from "./fixtures.mjs";
import { ordinaryKnowledge } from "./platform-knowledge.mjs";
import { BORIS, CLARA } from "./platform-auth.mjs";
import { startPlatform } from "./platform.mjs";

const ANSWER = "0193a000-0000-7000-8000-0000000000f1";

describe("how the console looks", () => {
  let browser;
  before(async () => {
    mkdirSync(SHOTS, { recursive: true });
    browser = await openBrowser();
  });
  after(() => browser.close());

  for (const [device, viewport] of [["desktop", DESKTOP], ["phone", PHONE]]) {
    for (const scheme of ["light", "dark"]) {
      it(`is accessible and fits: ${device}, ${scheme}`, async (test) => {
        const platform = await startPlatform();
        test.after(() => platform.stop());
        const ids = ordinaryDay(platform.desk);
        const touch = device !== "desktop";
        const { page, context, complaints } = await openPage(browser, { viewport, scheme, touch });
        test.after(() => context.close());
        const goTo = async (path) => {
          await page.goto(`${platform.url}/admin/${path}`);
          await byTestId(page, "composer").waitFor({ state: "attached" });
        };
        const look = async (name) => {
          await settled(page);
          await expectAccessible(page, name);
          await expectNoSideways(page, name);
          await shot(page, `${device}-${scheme}-${name}`);
        };

        await page.goto(`${platform.url}/admin/`);
        await byTestId(page, "sign-in").waitFor();
        await look("1-sign-in");
        await signIn(page, platform);
        await row(page, ids.vpn).waitFor();
        await look("2-inbox");
        await row(page, ids.vpn).click();
        await byTestId(page, "take").waitFor();
        await look("3-waiting");
        await page.keyboard.press("w");
        await byTestId(page, "why").getByText("выше порога").first().waitFor();
        await byTestId(page, "why").getByText("процитирован [1]").click();
        await look("3-why");
        await byTestId(page, "why").getByRole("region").first().evaluate((region) => region.scrollTo(0, region.scrollHeight));
        await look("3-why-end");
        await page.keyboard.press("Escape");
        await byTestId(page, "why").waitFor({ state: "detached" });
        await goTo(`inbox/agent/${ids.onec}`);
        platform.desk.stage(ids.onec, ANSWER, "writing");
        platform.desk.delta(ids.onec, ANSWER, "Откройте «Оборотно-сальдовую ведомость», сформируйте её и нажмите **Сохранить как**. Тип файла: `Лист Excel2007`", 0);
        await byTestId(page, "generation").getByText("Сохранить как").waitFor();
        await look("4-streaming");
        await goTo(`inbox/mine/${ids.password}`);
        await byTestId(page, "composer").fill("Зайдите в «Параметры → Учётная запись → Пароль», там есть кнопка «Изменить».");
        await look("5-mine");
        await byTestId(page, "close").click();
        await look("6-close");
        await page.keyboard.press("Escape");
        await goTo(`inbox/waiting/${ids.vpn}`);
        platform.desk.refuse("conversation.take", "conversation_taken");
        await byTestId(page, "take").click();
        platform.desk.take(ids.vpn, BORIS);
        await page.getByText("Разговор уже ведёт").waitFor();
        await look("7-taken");
        if (device === "desktop") {
          await page.keyboard.press("?");
          await page.getByRole("dialog").waitFor();
          await look("8-keys");
          await page.keyboard.press("Escape");
        }
        await page.goto(`${platform.url}/admin/inbox/all`);
        await row(page, ids.vpn).waitFor();
        await byTestId(page, "account").click();
        await look("9-account");
        assert.deepEqual(complaints, []);
      });
    }
  }

  for (const touch of [false, true]) {
    it(touch ? "names no keys under a finger" : "names the keys in a narrow window on a desk", async (test) => {
      const platform = await startPlatform();
      test.after(() => platform.stop());
      const ids = ordinaryDay(platform.desk);
      const { page, context } = await openPage(browser, { viewport: PHONE, touch });
      test.after(() => context.close());
      await signIn(page, platform, `/admin/inbox/waiting`);
      const named = () => page.locator("kbd").filter({ visible: true }).allInnerTexts();
      await byTestId(page, "search").waitFor();
      assert.deepEqual(await named(), touch ? [] : ["/"]);
      await byTestId(page, "account").click();
      await page.getByRole("button", { name: "Выйти" }).waitFor();
      assert.equal(await page.getByRole("button", { name: "Сочетания клавиш" }).isVisible(), !touch);
      assert.deepEqual(await named(), touch ? [] : ["?", "/"]);
      await page.getByRole("button", { name: "Уведомления" }).waitFor();
      const lines = page.locator("[popover]").locator("a, button").filter({ hasText: /Уведомления|Упоминания|Сочетания|Учётная|Выйти/, visible: true });
      const lefts = await lines.evaluateAll((all) =>
        all.map((each) => {
          const content = document.createRange();
          content.selectNodeContents(each);
          return Math.round(content.getBoundingClientRect().left);
        }),
      );
      assert.deepEqual([lefts.length, new Set(lefts).size], [touch ? 4 : 5, 1], `one edge: ${lefts}`);
      await page.keyboard.press("Escape");
      await row(page, ids.vpn).click();
      await byTestId(page, "take").waitFor();
      await byTestId(page, "draft-ask").waitFor();
      assert.deepEqual(await named(), touch ? [] : ["R", "N", "T"]);
      const pictures = await page.locator("header button svg").evaluateAll((all) => all.map((each) => each.innerHTML));
      assert.equal(new Set(pictures).size, pictures.length, "buttons that are a picture alone are told apart by it");
      await byTestId(page, "take").click();
      await byTestId(page, "send").waitFor();
      await byTestId(page, "mode-note").click();
      await byTestId(page, "note-add").waitFor();
      assert.deepEqual(await named(), touch ? [] : ["R", "N"]);
      await byTestId(page, "close").click();
      await byTestId(page, "close-solved").waitFor();
      assert.deepEqual((await named()).slice(-5), touch ? [] : ["1", "2", "3", "4", "5"]);
      assert.equal(await page.getByText("Клавиши 1–5").isVisible(), !touch);
    });
  }

  it("has room on a phone for what the search of knowledge is for", async (test) => {
    const platform = await startPlatform();
    test.after(() => platform.stop());
    ordinaryKnowledge(platform.knowledge);
    const { page, context } = await openPage(browser, { viewport: PHONE, touch: true });
    test.after(() => context.close());
    await signIn(page, platform, "/admin/", CLARA);
    await page.goto(`${platform.url}/admin/knowledge`);
    const missing = await page.getByPlaceholder("Поиск по названию").evaluate((field) => {
      const words = document.createElement("span");
      words.textContent = field.placeholder;
      const { fontFamily, fontSize, paddingLeft, paddingRight } = window.getComputedStyle(field);
      Object.assign(words.style, { fontFamily, fontSize });
      document.body.append(words);
      // The browser's own cross has its room in the field though nothing is there to be cleared.
      const [left, right, cross] = [paddingLeft, paddingRight, fontSize].map(parseFloat);
      const room = field.clientWidth - left - right - cross;
      return words.getBoundingClientRect().width - room;
    });
    assert.ok(missing <= 0, `${missing}px are missing`);
  });

  it("shows empty lists as places, not as holes", async (test) => {
    const platform = await startPlatform();
    test.after(() => platform.stop());
    const { page, context } = await openPage(browser, {});
    test.after(() => context.close());
    await signIn(page, platform);
    for (const view of ["waiting", "mine", "agent", "all", "closed"]) {
      await byTestId(page, `tab-${view}`).click();
      await page.locator(`[data-testid="empty"]`).waitFor();
      await expectAccessible(page, `empty ${view}`);
    }
    await shot(page, "desktop-light-empty");
    platform.agents.forgetCurve();
    await context.clearCookies();
    await signIn(page, platform, "/admin/", CLARA);
    await page.goto(`${platform.url}/admin/agents/policies`);
    await byTestId(page, "no-curve").waitFor();
    await expectAccessible(page, "agents without a curve");
    await page.goto(`${platform.url}/admin/knowledge`);
    await byTestId(page, "empty").waitFor();
    await expectAccessible(page, "empty knowledge");
  });
});
