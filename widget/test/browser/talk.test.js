import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { error } from "../platform/platform.js";
import { hook, launch, open, pause, visit, write } from "./browser.js";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test("nothing is asked, and nothing kept, before the visitor opens the widget", async (t) => {
  const { page, platform } = await visit(t, browser);
  await pause(400);
  const urls = platform.requests.map(({ url }) => url).filter((url) => url !== "/favicon.ico");
  assert.deepEqual(urls, ["/host", "/widget.js"]);
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ""]);
  await open(page);
  const asked = platform.requests.find(({ url }) => url === "/api/v1/visitor/sessions");
  const { page: where, ...body } = asked?.body ?? {};
  assert.deepEqual(body, { site_key: "site_test_key_1" });
  assert.deepEqual([where.url, where.title, where.locale], [`${platform.base}/host`, "Host", "ru-RU"]);
  assert.equal(asked?.headers.authorization, undefined);
  assert.equal(platform.auths[0].cursor, undefined);
});

test("the first screen says that an AI answers and that a human can be called", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  const panel = hook(page, "panel");
  await panel.getByText("Отвечают ИИ-агенты").waitFor();
  await panel.getByText("Я помогу с сетью").waitFor();
  await hook(page, "call-human").click();
  await hook(page, "queue").getByText("Зовём человека").waitFor();
  assert.equal(platform.commands.at(-1)?.name, "handoff.request");
});

test("the first words are read from their beginning where the window is low", async (t) => {
  for (const height of [800, 500]) {
    const { page, platform } = await visit(t, browser, { context: { viewport: { width: 1280, height } } });
    platform.settings = { ...platform.settings, greeting: "Здравствуйте! ".repeat(30) };
    await open(page);
    const heading = hook(page, "panel").getByRole("heading", { level: 3 });
    await heading.waitFor();
    await pause(300);
    const hidden = await heading.evaluate((it) => (it.closest(".scroll")?.getBoundingClientRect().top ?? Infinity) - it.getBoundingClientRect().top);
    assert.ok(hidden <= 0, `${hidden} px of it are above at ${height}`);
    await write(page, "Нет сети");
    await hook(page, "message", '[data-state="sent"]').waitFor();
    await page.waitForFunction(() => {
      const area = document.querySelector("otvet-widget")?.shadowRoot?.querySelector(".scroll");
      return area && area.scrollHeight - area.clientHeight - area.scrollTop < 2;
    });
  }
});

test("an answer streams, is finished by the whole message, and shows its sources", async (t) => {
  const { page, platform, errors } = await visit(t, browser);
  const id = crypto.randomUUID();
  await open(page);
  await write(page, "Нет сети");
  await hook(page, "message", '[data-sender="visitor"][data-state="sent"]').waitFor();
  const talk = platform.talk();
  platform.stage(talk, id, "queued", { position: 1 });
  await hook(page, "stage").getByText("Вопрос принят").waitFor();
  platform.stage(talk, id, "queued", { position: 2 });
  await hook(page, "stage").getByText("В очереди: 2-й").waitFor();
  platform.stage(talk, id, "reading", { agent: "network" });
  await hook(page, "stage").getByText("Сеть").waitFor();
  for (const [stage, said] of /** @type {const} */ ([
    ["understanding", "Разбираемся в вопросе"], ["routing", "Выбираем специалиста"], ["reading", "Ищет в базе знаний"],
    ["writing", "Пишет ответ"], ["checking", "Сверяет ответ с источниками"], ["writing", "Пишет ответ"],
  ])) {
    platform.stage(talk, id, stage, { agent: "network" });
    await hook(page, "stage").getByText(said).waitFor();
  }
  platform.delta(talk, "Проверьте 😀 **каб");
  platform.emit(talk.id, "message.delta", { message_id: id, offset: 10, text: "😀 **кабель** [1]" });
  platform.emit(talk.id, "message.delta", { message_id: id, offset: 90, text: "после разрыва" });
  const streaming = hook(page, "message", '[data-state="streaming"]');
  await streaming.locator("strong", { hasText: "кабель" }).waitFor();
  assert.equal(await streaming.locator(".body").innerText(), "Проверьте 😀 кабель 1");
  assert.equal(await hook(page, "stop").isVisible(), true);
  assert.equal(await streaming.getAttribute("data-message-id"), id);

  platform.complete(platform.talk(), {
    id,
    agent: "network",
    outcome: "quoted",
    text: "Проверьте **кабель** [1], потом [роутер](https://wiki.test/r). <img src=x> [7]",
    citations: [
      { n: 1, title: "Сеть. Кабель", quote: "Кабель вставлен до щелчка.", url: "https://wiki.test/kabel" },
      { n: 2, title: "Без адреса", quote: "Тут", url: "javascript:alert(1)" },
    ],
  });
  const answer = hook(page, "message", `[data-message-id="${id}"][data-state="done"]`);
  await answer.waitFor();
  await answer.getByText("Цитаты из базы знаний").waitFor();
  assert.equal(await answer.locator(".body img").count(), 0);
  assert.match(await answer.locator(".body").innerText(), /<img src=x> \[7\]$/);
  assert.equal(await answer.locator(".body a").innerText(), "роутер\u00a0(wiki.test)");
  assert.equal(await hook(page, "citation").count(), 2);
  assert.equal(await answer.getByText("до щелчка").isVisible(), false);
  await answer.locator("button.mark").click();
  await answer.getByText("до щелчка").waitFor();
  assert.equal(await answer.locator(".source-link").count(), 1);
  assert.equal(await hook(page, "stop").isVisible(), false);
  assert.deepEqual(errors.filter((line) => !line.includes("404")), []);
});

test("the answer is written to the DOM at most once a frame, and read aloud once", async (t) => {
  const { page, platform } = await visit(t, browser);
  const id = crypto.randomUUID();
  await open(page);
  await page.evaluate(() => {
    const root = document.querySelector("otvet-widget")?.shadowRoot;
    const log = /** @type {any} */ (window);
    log.frames = 0;
    log.writes = 0;
    const count = () => ((log.frames += 1), requestAnimationFrame(count));
    requestAnimationFrame(count);
    const list = /** @type {Node} */ (root?.querySelector(".list"));
    new MutationObserver(() => (log.writes += 1)).observe(list, { childList: true, subtree: true, characterData: true });
  });
  platform.onMessage = (talk) => {
    platform.stage(talk, id, "writing", { agent: "network" });
    for (let n = 0; n < 300; n += 1) platform.delta(talk, `слово${n} `);
  };
  await write(page, "Вопрос");
  await hook(page, "message").getByText("слово299").waitFor();
  const { frames, writes } = await page.evaluate(() => {
    const log = /** @type {any} */ (window);
    return { frames: log.frames, writes: log.writes };
  });
  assert.ok(writes <= frames, `${writes} writes in ${frames} frames`);
  const live = page.locator('[aria-live="polite"]');
  assert.equal(await live.innerText(), "");
  // Nor is it anywhere else where a screen reader would hear each piece.
  const within = hook(page, "message", '[data-state="streaming"]').locator("xpath=ancestor-or-self::*");
  const heard = await within.evaluateAll((all) =>
    all.filter((it) => it.matches("[aria-live], [role=log], [role=status], [role=alert], [role=timer], [role=marquee]") || it.querySelector(".body[role], .body [aria-live]")).map((it) => it.outerHTML.slice(0, 80)),
  );
  assert.deepEqual(heard, []);
  platform.complete(platform.talk(), { id, agent: "network", text: "Готово **всё** [1]" });
  await hook(page, "message", `[data-message-id="${id}"][data-state="done"]`).waitFor();
  assert.equal((await live.innerText()).trim(), "Сеть: Готово всё");
});

test("a choice is sent as it reads, and offered once", async (t) => {
  const { page, platform } = await visit(t, browser);
  platform.onMessage = (talk, message) => {
    platform.onMessage = () => {};
    assert.equal(message.text, "Не печатает");
    platform.complete(talk, { text: "Что именно?", outcome: "clarified", choices: ["Принтер", "МФУ"] });
  };
  await open(page);
  await write(page, "Не печатает");
  // However much a visitor is used to pressing twice.
  await hook(page, "choice").getByText("МФУ").dblclick();
  await hook(page, "message", '[data-sender="visitor"]').getByText("МФУ").waitFor();
  assert.equal(await hook(page, "choice").count(), 0);
  await pause(200);
  assert.deepEqual(platform.talk().messages.map(({ text }) => text), ["Не печатает", "Что именно?", "МФУ"]);
  const next = await visit(t, browser);
  await open(next.page);
  await hook(next.page, "example").first().dblclick();
  await hook(next.page, "message", '[data-state="sent"]').waitFor();
  await pause(200);
  assert.equal(next.platform.talk().messages.length, 1);
});

test("an answer can be stopped", async (t) => {
  const { page, platform } = await visit(t, browser);
  const id = crypto.randomUUID();
  platform.onMessage = (talk) => {
    platform.stage(talk, id, "writing");
    platform.delta(talk, "Долгий ответ");
  };
  await open(page);
  await write(page, "Вопрос");
  await hook(page, "stop").click();
  await pause(200);
  assert.equal(platform.commands.at(-1)?.name, "generation.stop");
  platform.talk().generation = null;
  platform.fact(platform.talk(), "generation.failed", { message_id: id, code: "stopped", retryable: false });
  await hook(page, "message", '[data-state="streaming"]').waitFor({ state: "detached" });
  assert.equal(await hook(page, "notice").isVisible(), false);
});

test("the way to a human: queue, operator, typing, return, close", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  await write(page, "Позовите человека");
  await hook(page, "call-human").click();
  const talk = platform.talk();
  platform.fact(talk, "handoff.started", { position: 2, eta_seconds: 180 });
  platform.say(talk, { sender: "system", outcome: "handed_off", text: "Handed off." });
  await hook(page, "queue").getByText("Вы 2-й в очереди, примерно 3 минуты").waitFor();
  await hook(page, "message", '[data-sender="system"]').getByText("передан оператору").waitFor();
  assert.equal(await hook(page, "call-human").isVisible(), false);
  platform.fact(talk, "operator.joined", { name: "Анна" });
  platform.say(talk, { sender: "system", outcome: "operator_joined", operator_name: "Анна", text: "x" });
  await page.getByText("С вами говорит Анна").waitFor();
  await hook(page, "message").getByText("Анна теперь с вами на связи").waitFor();
  platform.emit(talk.id, "typing.started", { name: "Анна" });
  await hook(page, "stage").getByText("печатает").waitFor();
  platform.say(talk, { sender: "operator", operator_name: "Анна", text: "Добрый день!" });
  await hook(page, "message", '[data-sender="operator"]').getByText("Добрый день!").waitFor();
  assert.equal(await hook(page, "stage").isVisible(), false);
  await hook(page, "composer").pressSequentially("При");
  await pause(150);
  assert.equal(platform.commands.filter(({ name }) => name === "typing.start").length, 1);
  platform.emit(talk.id, "typing.started", {});
  await hook(page, "stage").getByText("Анна").waitFor();
  await hook(page, "stage").waitFor({ state: "hidden", timeout: 7_000 });
  platform.fact(talk, "conversation.status", { status: "agent" });
  platform.say(talk, { sender: "system", outcome: "returned", text: "x" });
  await hook(page, "call-human").waitFor();
  platform.fact(talk, "conversation.status", { status: "closed" });
  platform.say(talk, { sender: "system", outcome: "closed", text: "x" });
  await page.locator(".presence").getByText("Разговор завершён").waitFor();
  platform.say(talk, { sender: "system", text: "Как пришло" });
  await hook(page, "message").getByText("Как пришло").waitFor();
});

test("whoever waits sees their place move, and is not called back to the queue once somebody came", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  await page.clock.install();
  const talk = platform.talk();
  const wait = (/** @type {number} */ position, /** @type {number | null} */ eta_seconds) =>
    (talk.state = { id: talk.id, status: "waiting", position, eta_seconds });
  platform.fact(talk, "handoff.started", wait(3, null));
  platform.say(talk, { sender: "system", outcome: "handed_off", text: "x" });
  await hook(page, "queue").getByText("Вы 3-й в очереди").waitFor();
  await hook(page, "sound").waitFor();
  for (const [position, said] of /** @type {const} */ ([[2, "Вы 2-й в очереди, примерно 4 минуты"], [1, "Вы первый в очереди, примерно 4 минуты"]])) {
    wait(position, 240);
    await page.clock.fastForward(21_000);
    await hook(page, "queue").getByText(said).waitFor();
  }
  platform.fact(talk, "operator.joined", { name: "Анна" });
  await page.getByText("С вами говорит Анна").waitFor();
  const asked = () => platform.requests.filter(({ url }) => url.endsWith("/visitor/conversation")).length;
  const times = asked();
  await page.clock.fastForward(60_000);
  await pause(200);
  assert.equal(asked(), times);
  assert.equal(await hook(page, "queue").isVisible(), false);
});

test("a refused message says why, in the platform's words or its own, and can be sent again", async (t) => {
  const { page, platform } = await visit(t, browser);
  platform.refuse = () => error("text_too_long", { retryable: false });
  await open(page);
  await write(page, "Вопрос");
  const failed = hook(page, "message", '[data-state="failed"]');
  await failed.getByText("Не отправлено. server says text_too_long").waitFor();
  platform.refuse = () => error("text_too_long", { retryable: false, message: "" });
  await failed.getByText("Отправить ещё раз").click();
  await failed.getByText("Не отправлено. Что-то пошло не так.").waitFor();
  platform.refuse = () => undefined;
  await failed.getByText("Отправить ещё раз").click();
  await hook(page, "message", '[data-state="sent"]').waitFor();
  const ids = platform.commands.map(({ payload }) => payload.client_message_id);
  assert.equal(new Set(ids).size, 1);
});

test("a rate limit is waited out and the message goes by itself", async (t) => {
  const { page, platform } = await visit(t, browser);
  let times = 0;
  platform.refuse = (name) =>
    name === "message.send" && (times += 1) < 2 ? error("rate_limited", { retry_after: 1 }) : undefined;
  await open(page);
  await write(page, "Вопрос");
  await hook(page, "message", '[data-state="queued"]').waitFor();
  await hook(page, "message", '[data-state="sent"]').waitFor({ timeout: 8_000 });
  assert.equal(platform.talk().messages.length, 1);
});

test("English is complete too, and the tag's locale wins over the site's", async (t) => {
  const { page, platform } = await visit(t, browser, { query: "attributes=data-locale=en" });
  await open(page);
  await page.getByText("AI agents are here").waitFor();
  await page.getByText("AI agents answer here").waitFor();
  assert.equal(platform.requests.find(({ method, body }) => method === "POST" && body)?.body.locale, "en");
  assert.doesNotMatch(await hook(page, "composer").getAttribute("placeholder") ?? "", /[а-я]/);
});

test("the site's locale comes with the settings, and a draft outlives the change", async (t) => {
  const { page } = await visit(t, browser, { query: "lang=en", context: { locale: "en-US" } });
  await open(page);
  await page.getByText("ИИ-агенты на связи").waitFor();
  assert.equal(await hook(page, "launcher").getAttribute("aria-label"), "Закрыть чат поддержки");
  assert.equal(await hook(page, "composer").evaluate((it) => it.matches(":focus")), true);
});
