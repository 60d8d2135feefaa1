// The console, built, in a real browser, against the contract.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { firstLoad } from "../../scripts/size.mjs";
import { CITATIONS, ordinaryDay } from "./fixtures.mjs";
import { ANNA, BORIS } from "./platform-auth.mjs";
import { startPlatform } from "./platform.mjs";
import { byTestId, openBrowser, openPage, row, signIn } from "./browser.mjs";

const ANSWER = "0193a000-0000-7000-8000-0000000000f1";

describe("the operator's console", () => {
  let browser, platform, ids, page, context, complaints;

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  beforeEach(async () => {
    platform = await startPlatform();
    ids = ordinaryDay(platform.desk);
    ({ page, context, complaints } = await openPage(browser));
    page.setDefaultTimeout(8_000);
  });
  afterEach(async () => {
    await context.close();
    await platform.stop();
    assert.deepEqual(complaints, [], "the browser's console stays silent");
  });

  const message = (text, sender) =>
    page.locator(`[data-testid="message"]${sender ? `[data-sender="${sender}"]` : ""}`, { hasText: text });
  const status = (value) => page.locator(`[data-testid="status"][data-status="${value}"]`);
  const open = async (id, view = "all") => {
    await page.goto(`${platform.url}/admin/inbox/${view}/${id}`);
    await byTestId(page, "composer").waitFor({ state: "attached" });
  };

  it("signs in, comes back after a reload by the cookie alone, and signs out", async () => {
    await page.goto(`${platform.url}/admin/inbox/all`);
    await byTestId(page, "sign-in").waitFor();
    assert.equal(platform.auth.counts.refresh, 0, "nobody is asked for what nobody can have");
    await page.getByLabel("Почта").fill(ANNA.email);
    await page.getByLabel("Пароль", { exact: true }).fill("wrong");
    await page.keyboard.press("Enter");
    await page.getByText("Неверная почта или пароль.").waitFor();
    await signIn(page, platform, "/admin/inbox/all");
    assert.match(page.url(), /\/admin\/inbox\/all$/, "to where one wanted to go");

    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    assert.ok(!kept.includes("access-"), "no token in storage");

    await page.reload();
    await row(page, ids.vpn).waitFor();
    assert.equal(platform.auth.counts.login, 2, "nobody had to sign in again");
    assert.equal(platform.auth.counts.refresh, 1);

    await byTestId(page, "account").click();
    await page.getByRole("button", { name: "Выйти" }).click();
    await byTestId(page, "sign-in").waitFor();
    await page.goto(`${platform.url}/admin/inbox/all`);
    await byTestId(page, "sign-in").waitFor();
    assert.equal(platform.auth.counts.refresh, 1);
  });

  it("renews an expired token once for all who ask, tries again, and ends when told", async () => {
    await signIn(page, platform);
    await row(page, ids.vpn).waitFor();
    const before = platform.auth.counts.refresh;
    platform.auth.expireAccess();
    await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
    await byTestId(page, "tab-all").click();
    await byTestId(page, "tab-closed").click();
    await row(page, ids.closed).waitFor();
    assert.equal(platform.auth.counts.refresh, before + 1);
    assert.equal(platform.auth.counts.reused, 0);

    // Whatever asks next finds out: this click, or a request that was under way, and then there is
    // nothing left to click on.
    platform.auth.revokeAll();
    await page.evaluate(() => document.querySelector('[data-testid="tab-agent"]')?.click());
    await page.getByText("Сеанс истёк", { exact: false }).waitFor();
  });

  it("does not let two tabs use one refresh cookie twice", async () => {
    await signIn(page, platform);
    const other = await context.newPage();
    await Promise.all([
      page.reload(),
      other.goto(`${platform.url}/admin/`),
    ]);
    await byTestId(page, "tab-waiting").waitFor();
    await byTestId(other, "tab-waiting").waitFor();
    assert.equal(platform.auth.counts.reused, 0);
  });

  it("keeps the lists, the counts and the title live", async () => {
    await signIn(page, platform);
    await row(page, ids.vpn).waitFor();
    const names = () =>
      byTestId(page, "conversation-row").evaluateAll((rows) => rows.map((each) => each.dataset.conversationId));
    assert.deepEqual(await names(), [ids.vpn, ids.printer], "who waits longest comes first");
    assert.match(await page.title(), /^\(2\) Ждут/);

    platform.desk.handOff(ids.onec);
    await row(page, ids.onec).waitFor();
    assert.match(await page.title(), /^\(3\)/);
    assert.deepEqual(await names(), [ids.vpn, ids.printer, ids.onec]);

    platform.desk.take(ids.vpn, BORIS);
    await row(page, ids.vpn).waitFor({ state: "detached" });
    assert.match(await page.title(), /^\(2\)/);

    await byTestId(page, "tab-all").click();
    await row(page, ids.vpn).waitFor();
    assert.equal(await row(page, ids.vpn).getAttribute("data-status"), "operator");
    platform.desk.say(ids.closed, { sender: "visitor", text: "Снова не открывается" });
    await row(page, ids.closed).getByText("Снова не открывается").waitFor();
    assert.equal((await names())[0], ids.closed, "the newest change comes first");
  });

  it("is led by the keyboard, under a Russian layout too", async () => {
    await signIn(page, platform);
    await row(page, ids.vpn).waitFor();
    await page.keyboard.press("j");
    await page.evaluate(() => {
      const down = { key: "о", code: "KeyJ", bubbles: true, cancelable: true };
      document.activeElement.dispatchEvent(new KeyboardEvent("keydown", down));
    });
    await page.keyboard.press("k");
    await page.keyboard.press("Enter");
    await page.waitForURL(new RegExp(`/inbox/waiting/${ids.vpn}$`));
    await byTestId(page, "take").waitFor();
    await page.keyboard.press("t");
    await status("mine").waitFor();
    await page.waitForFunction(() => document.activeElement?.dataset.testid === "composer");
    await page.keyboard.type("Здравствуйте, Мария!");
    await page.keyboard.press("Control+Enter");
    await message("Здравствуйте, Мария!", "operator").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Сочетания клавиш" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("Escape");
    // The list has followed what was taken.
    await page.waitForURL(/\/inbox\/mine$/);
    await page.keyboard.press("1");
    await page.waitForURL(/\/inbox\/waiting$/);
  });

  it("shows the agent's answer as it is written, whole at the end, with its sources", async () => {
    await signIn(page, platform);
    await open(ids.onec, "agent");
    const { desk } = platform;
    desk.stage(ids.onec, ANSWER, "reading");
    await page.getByText("Ищет в базе знаний").waitFor();
    desk.stage(ids.onec, ANSWER, "writing");
    desk.delta(ids.onec, ANSWER, "Откройте «Оборотку» 🙂 и ");
    desk.delta(ids.onec, ANSWER, "нажмите **Сохранить**");
    await byTestId(page, "generation").getByText("Откройте «Оборотку» 🙂 и нажмите Сохранить").waitFor();

    // A refresh in the middle resumes it from the snapshot.
    await page.reload();
    await byTestId(page, "generation").getByText("Откройте «Оборотку» 🙂 и нажмите Сохранить").waitFor();
    desk.delta(ids.onec, ANSWER, " как Excel");
    await byTestId(page, "generation").getByText("как Excel").waitFor();
    desk.delta(ids.onec, ANSWER, "потерянное", 900);
    await page.getByText("Часть текста пропущена", { exact: false }).waitFor();

    desk.complete(ids.onec, ANSWER, {
      text: "Откройте «Оборотку» и нажмите **Сохранить как** [1]. <img src=x onerror=alert(1)>",
      citations: [CITATIONS[0]],
    });
    await message("Сохранить как", "agent").waitFor();
    await byTestId(page, "generation").waitFor({ state: "detached" });
    assert.equal(await page.locator("img").count(), 0, "markup of an answer is text");
    await page.getByRole("button", { name: "Источник 1: Коды ошибок VPN" }).click();
    await page.getByText("UDP 500 и 4500 закрыты").waitFor();
    await page.getByRole("link", { name: /help\.corp\.example/ }).waitFor();
    await page.getByRole("log").getByText("Сохранить как").waitFor({ state: "attached" });
  });

  it("takes over in the middle of an answer, and not one more character is shown", async () => {
    await signIn(page, platform);
    await open(ids.onec, "agent");
    platform.desk.stage(ids.onec, ANSWER, "writing");
    platform.desk.delta(ids.onec, ANSWER, "Нажмите");
    await byTestId(page, "generation").getByText("Нажмите").waitFor();
    await byTestId(page, "take").click();
    await status("mine").waitFor();
    platform.desk.delta(ids.onec, ANSWER, " опоздавшее", 7);
    await page.waitForTimeout(150);
    assert.equal(await byTestId(page, "generation").count(), 0);
    assert.equal(await page.getByText("опоздавшее").count(), 0);
  });

  it("replies, returns to the agent with a way back, and closes after asking", async () => {
    await signIn(page, platform);
    await open(ids.password, "mine");
    platform.desk.typing(ids.password);
    await byTestId(page, "typing").getByText("Светлана Ким печатает").waitFor();
    await byTestId(page, "composer").fill("Параметры → Пароль");
    await byTestId(page, "send").click();
    await message("Параметры → Пароль", "operator").waitFor();
    await page.locator("[data-pending]").waitFor({ state: "detached" });
    const typed = platform.desk.commands.filter((each) => each.name === "typing.start");
    assert.equal(typed.length, 1, "typing is told now and then, not at every key");

    await byTestId(page, "return").click();
    await status("agent").waitFor();
    await page.getByRole("button", { name: "Вернуть", exact: true }).click();
    await status("mine").waitFor();

    await byTestId(page, "close").click();
    await page.getByRole("button", { name: "Не закрывать" }).click();
    await byTestId(page, "status").click();
    await page.keyboard.press("e");
    await page.waitForFunction(() => document.activeElement?.dataset.testid === "close-solved");
    await page.keyboard.press("Enter");
    await status("closed").waitFor();
    assert.ok(await byTestId(page, "composer").isDisabled());
    assert.equal(platform.desk.get(ids.password).status, "closed");
  });

  it("sends a message again by the same id until it is confirmed, and shows it once", async () => {
    await signIn(page, platform);
    await open(ids.password, "mine");
    platform.desk.refuse("message.send", "broker_unavailable", true);
    await byTestId(page, "composer").fill("Дойдёт один раз");
    await page.keyboard.press("Control+Enter");
    await page.waitForFunction(() => !document.querySelector("[data-pending]"));
    const sent = platform.desk.commands.filter((each) => each.name === "message.send");
    assert.equal(sent.length, 2);
    assert.equal(new Set(sent.map((each) => each.payload.client_message_id)).size, 1);
    assert.equal(await message("Дойдёт один раз").count(), 1);

    platform.desk.refuse("message.send", "text_too_long");
    await byTestId(page, "composer").fill("Отказано");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Не отправлено. Сообщение слишком длинное.").waitFor();
    await page.getByRole("button", { name: "Отправить снова" }).click();
    await page.locator("[data-pending]").waitFor({ state: "detached" });
    assert.equal(await message("Отказано").count(), 1);

    platform.desk.loseAcks(1);
    await byTestId(page, "composer").fill("Ответ сервера потерялся");
    await page.keyboard.press("Control+Enter");
    await message("Ответ сервера потерялся").waitFor();
    const attempts = () =>
      platform.desk.commands.filter((each) => each.payload.text === "Ответ сервера потерялся");
    while (attempts().length < 2) await page.waitForTimeout(200);
    await page.waitForTimeout(200);
    assert.equal(new Set(attempts().map((each) => each.payload.client_message_id)).size, 1);
    assert.equal(await message("Ответ сервера потерялся").count(), 1);
  });

  it("tells who was faster, and locks the reply", async () => {
    await signIn(page, platform);
    await open(ids.vpn, "waiting");
    await byTestId(page, "take").waitFor();
    platform.desk.refuse("conversation.take", "conversation_taken");
    await byTestId(page, "take").click();
    await page.getByText("Разговор уже взял другой оператор").waitFor();
    platform.desk.take(ids.vpn, BORIS);
    await page.getByText("Разговор уже ведёт Борис Лебедев").waitFor();
    assert.ok(await byTestId(page, "composer").isDisabled());
    assert.equal(await byTestId(page, "take").count(), 0);
  });

  it("survives a lost connection: says so, merges what was missed, sends what waited", async () => {
    await signIn(page, platform);
    await open(ids.password, "mine");
    await byTestId(page, "composer").fill("Написано без связи");
    platform.cut();
    platform.desk.say(ids.password, { sender: "visitor", text: "Вы здесь?" });
    platform.desk.handOff(ids.onec);
    await byTestId(page, "connection").getByText("Связь потеряна").waitFor();
    await page.keyboard.press("Control+Enter");
    await message("Написано без связи").getByText("Ждёт связи").waitFor();
    platform.restore();
    // It may come back by itself in this very moment.
    const now = page.getByRole("button", { name: "Подключиться сейчас" });
    await now.click({ timeout: 2_000 }).catch(() => now.waitFor({ state: "detached" }));
    await message("Вы здесь?", "visitor").waitFor();
    await page.locator("[data-pending]").waitFor({ state: "detached" });
    assert.equal(await message("Написано без связи").count(), 1);
    await page.waitForFunction(() => document.title.startsWith("(3)"));
    const opened = platform.desk.commands.filter((each) => each.name === "conversation.open").at(-1);
    assert.match(opened.payload.cursor, /^abc:\d+$/, "opened again with its cursor");
  });

  it("loads earlier messages without moving what is read", async () => {
    const id = platform.desk.add({
      visitor: "Долгая переписка",
      messages: Array.from({ length: 90 }, (_, n) => ({ sender: "visitor", text: `Сообщение ${n + 1}` })),
    });
    await signIn(page, platform);
    await open(id, "agent");
    await message("Сообщение 90").waitFor();
    const region = page.getByRole("region", { name: "Сообщения" });
    await region.evaluate((element) => element.scrollTo(0, 0));
    await message("Сообщение 12").waitFor({ state: "attached" });
    const top = await message("Сообщение 61").evaluate((element) => element.getBoundingClientRect().top);
    assert.ok(top > 0 && top < 400, `what was on the screen is still there (${top})`);
    await page.getByRole("button", { name: "К последним" }).waitFor();
    platform.desk.say(id, { sender: "visitor", text: "Новое" });
    await page.getByRole("button", { name: "1 новое сообщение" }).click();
    await message("Новое").waitFor();
  });

  it("designs the empty, the failed and the missing", async () => {
    await signIn(page, platform, "/admin/inbox/all");
    await row(page, ids.vpn).waitFor();
    platform.fail("/conversations", 503, "store_unavailable", 9);
    await byTestId(page, "tab-closed").click();
    await page.getByText("Список не загрузился").waitFor({ timeout: 15_000 });
    await page.getByText("Хранилище сейчас не отвечает", { exact: false }).waitFor();
    await page.goto(`${platform.url}/admin/inbox/all/0193a000-0000-7000-8000-00000000dead`);
    await page.getByText("Такого разговора нет", { exact: false }).waitFor();
    await page.goto(`${platform.url}/admin/nowhere`);
    await page.getByText("Такой страницы нет").waitFor();
  });

  it("speaks the operator's language, and another when asked", async () => {
    await signIn(page, platform, "/admin/", BORIS);
    await page.getByRole("heading", { name: "Conversations" }).waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    await byTestId(page, "account").click();
    await page.getByText("Русский").click();
    await page.getByRole("heading", { name: "Разговоры" }).waitFor();
    await page.getByText("Dark").or(page.getByText("Тёмная")).click();
    assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
    await page.reload();
    await page.getByRole("heading", { name: "Разговоры" }).waitFor();
    assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  });

  it("loads the files that the size check counts, and no others", async () => {
    const asked = new Set();
    await signIn(page, platform);
    page.on("request", (request) => {
      if (request.resourceType() === "script") asked.add(new URL(request.url()).pathname);
    });
    // The browser is busy with the inbox until the test says it is idle.
    await page.addInitScript(() => {
      const waiting = [];
      window.requestIdleCallback = (callback) => waiting.push(callback);
      window.beIdle = () => waiting.splice(0).forEach((callback) => callback());
    });
    await page.goto(`${platform.url}/admin/inbox/waiting`);
    await row(page, ids.vpn).waitFor();
    await page.waitForLoadState("networkidle");
    const paths = (files) => files.map((file) => `/admin/${file}`).sort();
    assert.deepEqual([...asked].sort(), paths(firstLoad("src/lib/i18n/ru.json")));

    await page.evaluate(() => window.beIdle());
    await page.waitForLoadState("networkidle");
    const later = [
      "src/features/presence/watch.tsx",
      "src/lib/i18n/areas/desk.ru.json",
      "src/features/inbox/finding/tools.tsx",
      "src/lib/i18n/areas/finding.ru.json",
    ];
    const all = paths(firstLoad("src/lib/i18n/ru.json", later));
    while (asked.size < all.length) await page.waitForTimeout(50);
    assert.deepEqual([...asked].sort(), all, "the desk's watch and the tools come later, by themselves");
  });
});
