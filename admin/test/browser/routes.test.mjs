// Every address of the console and what opens on it: axe in both themes, wide and at 320 px.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { expectAccessible, expectNoSideways, openBrowser, openPage, settled, shot, SHOTS, signIn } from "./browser.mjs";
import { ordinaryDay } from "./fixtures.mjs";
import { SITE } from "./platform-agents.mjs";
import { CLARA } from "./platform-auth.mjs";
import { ordinaryKnowledge } from "./platform-knowledge.mjs";
import { startPlatform } from "./platform.mjs";
import { routes } from "./routes.mjs";

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 320, height: 640 };
/** A theme changes colours and nothing else: after the light one, rules about them are enough. */
const COLOURS = ["color-contrast", "link-in-text-block"];
const LOOKS = [["light", WIDE], ["dark", WIDE, COLOURS], ["dark", NARROW, COLOURS], ["light", NARROW]];
/** What opens over a page is seen once in each theme, once at each width. */
const DIALOG_LOOKS = [["light", NARROW], ["dark", WIDE, COLOURS]];
const SOME_ID = "01935f2a-7c40-7000-8000-000000000001";

/** By the path of the router: where to go, and what is opened there; a step is a button's name or a key. */
const VISITS = {
  "/sign-in": () => [{ to: "sign-in" }],
  "/invitation": () => [{ to: "invitation#token" }],
  "/new-password": () => [{ to: "new-password#token" }],
  "/": () => [{ to: "" }],
  "/inbox": () => [{ to: "inbox" }],
  "/inbox/:view/:conversationId?": ({ day }) => [
    { to: "inbox/all", opens: [["key:Control+k"], ["key:?"], ["key:f"], ["key:j", "key:x", "Закрыть"], ["key:j", "key:x", "Метки"], ["account"]] },
    { to: "inbox/all?unread=1", opens: [["Сохранить вид"]] },
    { to: `inbox/waiting/${day.vpn}`, opens: [["key:w"], ["key:i"], ["key:a"], ["key:l"], ["key:e"], ["key:w", "Исправить"], ["key:w", "Ответить заново"]] },
    { to: `inbox/mine/${day.password}`, opens: [["Научить агента"]] },
    { to: `inbox/mine/${day.owned}`, opens: [["key:n"], ["Научить агента"]] },
  ],
  "/knowledge": () => [
    { to: "knowledge", opens: [["Добавить"], ["Добавить", "label:Текст"], ["Добавить", "label:Вопрос и ответ"], ["Добавить", "label:Сайт"]] },
  ],
  "/knowledge/sites": () => [{ to: "knowledge/sites", opens: [[/^Убрать сайт/]] }],
  "/knowledge/deleted": () => [{ to: "knowledge/deleted", opens: [[/^Удалить навсегда/]] }],
  "/knowledge/documents/:documentId/:part?": ({ known }) => [
    { to: `knowledge/documents/${known.vpn}`, opens: [["Удалить"]] },
    { to: `knowledge/documents/${known.vpn}/edit` },
    { to: `knowledge/documents/${known.vpn}/versions`, opens: [[/^Вернуть версию/]] },
  ],
  "/knowledge/ask": () => [{ to: "knowledge/ask" }],
  "/settings": () => [{ to: "settings" }],
  "/settings/sites": () => [
    { to: "settings/sites", opens: [["Добавить сайт"]] },
    ...["installation", "look", "hours", "limits", "identity"].map((part) => ({ to: `settings/sites/${SOME_ID}/${part}` })),
  ],
  "/settings/webhooks": () => [
    { to: "settings/webhooks", opens: [["Добавить вебхук"]] },
    { to: `settings/webhooks?webhook=${SOME_ID}`, opens: [["Изменить"], ["Заменить секрет"], ["Удалить"]] },
  ],
  "/settings/keys": () => [{ to: "settings/keys", opens: [["Создать ключ"]] }],
  "/settings/people": () => [{ to: "settings/people", opens: [["Пригласить"], [/^Изменить: /]] }],
  "/settings/teams": () => [{ to: "settings/teams", opens: [["Новая команда"]] }],
  "/settings/replies": () => [{ to: "settings/replies", opens: [[/^Добавить свой ответ/]] }],
  "/settings/corrections": () => [{ to: "settings/corrections" }],
  "/settings/labels": () => [{ to: "settings/labels", opens: [["Добавить метку"], [/^Удалить/]] }],
  "/settings/privacy": () => [{ to: "settings/privacy?visitor=vpn", opens: [["Удалить"]] }],
  "/settings/audit": () => [{ to: "settings/audit" }],
  "/playground": () => [{ to: "playground" }],
  "/playground/cases": () => [{ to: "playground/cases", opens: [["Добавить"]] }],
  "/analytics": () => [{ to: "analytics" }],
  "/analytics/questions": () => [{ to: "analytics/questions" }],
  "/analytics/episodes": () => [{ to: "analytics/episodes" }],
  "/mentions": () => [{ to: "mentions" }],
  "/agents": () => [{ to: "agents", opens: [["Новый агент"]] }],
  "/agents/policies": () => [{ to: "agents/policies" }],
  "/agents/:siteId/:slug": () => [
    { to: `agents/${SITE.site_id}/network`, opens: [["Показать правила целиком"], ["Скопировать на другой сайт"], ["Удалить агента"]] },
  ],
  "/account": () => [{ to: "account", opens: [["Сменить пароль"], ["Новые коды восстановления"]] }],
  "/*": () => [{ to: "nowhere" }],
};
const BEFORE_SIGN_IN = ["/sign-in", "/invitation", "/new-password"];

describe("every address of the console", () => {
  let browser, platform, page, context, complaints, places;

  before(async () => {
    mkdirSync(SHOTS, { recursive: true });
    platform = await startPlatform({ examples: true });
    const day = ordinaryDay(platform.desk);
    const known = ordinaryKnowledge(platform.knowledge);
    day.owned = platform.desk.add({
      visitor: "Посетитель 1A2B",
      status: "operator",
      operator: CLARA,
      agent: "access",
      messages: [
        { sender: "visitor", text: "Как получить доступ к папке бухгалтерии?" },
        { sender: "operator", operator_name: CLARA.name, text: "Открыла, проверьте." },
      ],
    });
    places = { day, known };
    browser = await openBrowser();
    ({ page, context, complaints } = await openPage(browser, { viewport: WIDE }));
    page.setDefaultTimeout(20_000);
  });
  after(async () => {
    await context.close();
    await platform.stop();
    await browser.close();
  });

  async function look(what, looks) {
    for (const [scheme, viewport, rules] of looks) {
      // Colours are judged, not the way from one to the next.
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      await page.setViewportSize(viewport);
      // What stood beside the page becomes a sheet over it, a moment after the page is narrow.
      if (viewport === NARROW) await page.waitForFunction(() => !document.querySelector("dialog[open]:not(:modal)"));
      await settled(page);
      const name = `${what}, ${scheme}, ${viewport.width} px`;
      await expectAccessible(page, name, rules);
      if (viewport === NARROW) await expectNoSideways(page, name);
      if (process.env.SHOTS_DIR) await shot(page, name.replace(/[^\p{L}\p{N}]+/gu, "-"));
    }
    await page.setViewportSize(WIDE);
  }

  async function take(step) {
    if (step === "account") return page.getByTestId("account").click();
    if (typeof step === "string" && step.startsWith("key:")) return page.keyboard.press(step.slice(4));
    if (typeof step === "string" && step.startsWith("label:")) {
      return page.locator("dialog").getByText(step.slice(6), { exact: true }).first().click();
    }
    return page.getByRole("button", { name: step, exact: typeof step === "string" }).or(page.getByRole("link", { name: step, exact: true })).first().click();
  }

  async function go(to) {
    await page.goto(`${platform.url}/admin/${to}`);
    await page.locator("main").waitFor();
    await settled(page);
  }

  async function visit({ to, opens = [] }) {
    await go(to);
    assert.deepEqual(await page.getByRole("alert").filter({ hasText: /\S/ }).allTextContents(), [], `${to} failed`);
    await look(`/${to}`, LOOKS);
    for (const steps of opens) {
      if (steps !== opens[0]) await go(to);
      for (const step of steps) {
        await take(step);
        await settled(page);
      }
      await look(`/${to} ${steps.join(" ")}`, DIALOG_LOOKS);
    }
  }

  it("is visited: an address that the router has and this test does not know is a fault", () => {
    assert.deepEqual(Object.keys(VISITS).sort(), routes().sort());
  });

  for (const path of [...BEFORE_SIGN_IN, ...Object.keys(VISITS).filter((each) => !BEFORE_SIGN_IN.includes(each))]) {
    it(`is accessible and fits: ${path}`, async () => {
      complaints.length = 0;
      const signedIn = (await context.cookies()).length > 0;
      if (!BEFORE_SIGN_IN.includes(path) && !signedIn) await signIn(page, platform, "/admin/", CLARA);
      for (const each of VISITS[path](places)) await visit(each);
      assert.deepEqual(complaints, [], "the browser's console stays silent");
    });
  }
});
