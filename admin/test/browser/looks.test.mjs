// How it looks and reads: axe in both themes, 320 px, and pictures to look at (SHOTS_DIR).
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { byTestId, DESKTOP, expectAccessible, openBrowser, openPage, PHONE, row, shot, SHOTS, signIn } from "./browser.mjs";
import { ordinaryDay } from "./fixtures.mjs";
import { BORIS, CLARA } from "./platform-auth.mjs";
import { ordinaryKnowledge } from "./platform-knowledge.mjs";
import { startPlatform } from "./platform.mjs";

const ANSWER = "0193a000-0000-7000-8000-0000000000f1";

describe("how the console looks", () => {
  let browser;
  before(async () => {
    mkdirSync(SHOTS, { recursive: true });
    browser = await openBrowser();
  });
  after(() => browser.close());

  for (const [device, viewport] of [["desktop", DESKTOP], ["phone", PHONE], ["narrow", { width: 320, height: 640 }]]) {
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
          // Settled, for what is taken off the page cancels its animation: that is over, too.
          await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((each) => each.effect.getTiming().iterations !== Infinity).map((each) => each.finished)).then(() => undefined));
          await page.evaluate(() => document.fonts.ready);
          await expectAccessible(page, name);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(wide <= 0, `${name} is ${wide}px too wide`);
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
        await page.context().clearCookies();
        await signIn(page, platform, "/admin/", CLARA);
        await page.getByRole("link", { name: "Агенты" }).click();
        await byTestId(page, "agent").first().waitFor();
        await look("10-agent-list");
        await byTestId(page, "agent").first().getByRole("link").click();
        await page.getByLabel("Имя, по-русски").fill("Сеть и связь");
        await look("10-agent-editor");
        await page.getByRole("button", { name: "Отменить правки" }).click();
        await page.getByRole("link", { name: "Все агенты" }).click();
        await page.getByRole("link", { name: "Допустимые ошибки" }).click();
        await page.getByRole("slider").first().focus();
        await page.keyboard.press("ArrowRight");
        await page.getByRole("button", { name: "Сохранить" }).waitFor();
        await look("10-agents");
        const known = ordinaryKnowledge(platform.knowledge);
        await page.getByRole("link", { name: "Знания" }).click();
        await byTestId(page, "document").first().waitFor();
        await look("11-knowledge");
        await page.getByRole("link", { name: "Веб-сайты" }).click();
        await byTestId(page, "source").first().waitFor();
        await look("12-web-sites");
        await page.goto(`${platform.url}/admin/knowledge/documents/${known.vpn}`);
        await byTestId(page, "passage").first().waitFor();
        await look("13-document");
        await page.getByRole("button", { name: "Удалить" }).click();
        await look("14-delete");
        await page.goto(`${platform.url}/admin/knowledge`);
        await page.getByRole("button", { name: "Добавить" }).click();
        await page.locator("input[type=file]").setInputFiles(["vpn.md", "фото.png"].map((name) => ({ name, mimeType: "text/plain", buffer: Buffer.from("x") })));
        await look("15-add-files");
        platform.fail("/documents/upload", 503, "store_unavailable");
        await page.getByRole("button", { name: "Загрузить 1 файл" }).click();
        await page.getByText("Хранилище сейчас не отвечает").waitFor();
        await look("16-uploads");
        await page.getByRole("button", { name: "Добавить" }).click();
        await page.getByText("Вопрос и ответ").click();
        await look("17-add-answer");
        await page.getByText("Сайт", { exact: true }).click();
        await look("18-add-site");
        assert.deepEqual(complaints, []);
      });
    }
  }

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
