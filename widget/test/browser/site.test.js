import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { error, SETTINGS } from "../platform/platform.js";
import { hook, launch, open, pause, until, visit } from "./browser.js";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const LOOK = {
  accent: "#ffd400", theme: "dark", side: "left", icon: "question", label: { ru: "Помощь" }, logo: false,
};

/** A tag that says which site it is, but not the address of the script. */
const ASKING = `plain&attributes=${encodeURIComponent('data-look="ask"')}`;

/** @param {object} more */
const settings = (more) => ({ settings: { ...SETTINGS, ...more } });

test("the launcher wears the site's look before anybody opens it, and the panel after", async (t) => {
  const { page, errors } = await visit(t, browser, {
    platform: settings({ look: LOOK, title: "Отдел заботы", placeholder: "Спросите нас" }),
  });
  const launcher = hook(page, "launcher");
  assert.equal(await launcher.innerText(), "Помощь");
  assert.equal(await launcher.getAttribute("aria-label"), "Помощь. Открыть чат поддержки");
  const style = await launcher.evaluate((it) => {
    const { backgroundColor, color } = getComputedStyle(it);
    return { backgroundColor, color, left: it.getBoundingClientRect().left };
  });
  assert.deepEqual(style, { backgroundColor: "rgb(255, 212, 0)", color: "rgb(0, 0, 0)", left: 20 });
  assert.equal(await page.locator("otvet-widget").getAttribute("data-theme"), "dark");
  await open(page);
  await hook(page, "panel").getByText("Отдел заботы").waitFor();
  assert.equal(await hook(page, "composer").getAttribute("placeholder"), "Спросите нас");
  assert.equal(await page.locator(".brand").isVisible(), false);
  assert.deepEqual(errors.filter((line) => !/404/.test(line)), []);
});

test("what the page says goes before what the site does", async (t) => {
  const { page } = await visit(t, browser, {
    query: `attributes=${encodeURIComponent('data-side="right" data-theme="light"')}`,
    platform: settings({ look: LOOK }),
  });
  const host = page.locator("otvet-widget");
  assert.equal(await host.getAttribute("data-side"), "right");
  assert.equal(await host.getAttribute("data-theme"), "light");
});

test("a script that says nothing of the site asks nothing: the look comes as the panel opens", async (t) => {
  const { page, platform } = await visit(t, browser, {
    query: `plain&attributes=${encodeURIComponent('data-page="off"')}`,
    platform: settings({ look: LOOK }),
  });
  const host = page.locator("otvet-widget");
  await hook(page, "launcher").waitFor();
  assert.equal(await host.getAttribute("data-side"), "right");
  await open(page);
  await page.locator('otvet-widget[data-side="left"]').waitFor({ state: "attached" });
  assert.equal(platform.requests.some(({ url }) => url.endsWith("/look")), false);
  const asked = platform.requests.find(({ url }) => url.endsWith("/sessions"));
  assert.deepEqual(asked?.body, { site_key: "site_test_key_1" });
});

test("such a page may have the look asked for: of the site, without a word of who asks", async (t) => {
  const { page, platform } = await visit(t, browser, { query: ASKING, platform: settings({ look: LOOK }) });
  assert.equal(await hook(page, "launcher").innerText(), "Помощь");
  const asked = platform.requests.filter(({ url }) => url.startsWith("/api/"));
  assert.deepEqual(asked.map(({ url }) => url), ["/api/v1/visitor/look"]);
  assert.deepEqual([asked[0]?.headers.cookie, asked[0]?.headers.authorization], [undefined, undefined]);
});

test("the look leaves nothing of itself on the page, and one that nobody could say leaves a launcher", async (t) => {
  const { page, platform } = await visit(t, browser, { platform: { lookless: true } });
  await hook(page, "launcher").waitFor();
  assert.deepEqual(await page.evaluate(() => Object.getOwnPropertySymbols(window).map(String).filter((it) => it.includes("site"))), []);
  assert.equal(platform.requests.some(({ url }) => url.startsWith("/api/")), false);
});

test("a look that is asked for and does not come leaves a launcher all the same", async (t) => {
  const { page } = await visit(t, browser, { query: ASKING });
  await page.route("**/visitor/look**", () => new Promise(() => {}));
  await page.reload();
  await hook(page, "launcher").waitFor({ timeout: 4_000 });
});

test("the query of an address stays with the visitor", async (t) => {
  const { page, platform } = await visit(t, browser, { query: "reset=secret" });
  await open(page);
  const asked = platform.requests.find(({ url }) => url.endsWith("/sessions"));
  assert.equal(asked?.body.page.url, `${platform.base}/host`);
  assert.equal(JSON.stringify(asked?.body).includes("secret"), false);
});

test("the page says who the visitor is, at first and again, and it is kept nowhere", async (t) => {
  const { page, platform } = await visit(t, browser, {
    query: `attributes=${encodeURIComponent('data-identity="first.signed.token"')}`,
  });
  await open(page);
  const said = () => platform.requests.filter(({ body }) => body?.site_key).map(({ body }) => body.identity);
  assert.deepEqual(said(), ["first.signed.token"]);
  for (const token of ["second.signed.token", null]) {
    const answered = page.waitForResponse("**/visitor/sessions");
    await page.evaluate((it) => /** @type {any} */ (window).Otvet("identify", it), token);
    await answered;
  }
  await page.locator('[data-presence="agent"]').waitFor();
  // The token of the one before opens nothing for somebody else, and is asked for anew.
  assert.deepEqual(said(), ["first.signed.token", "second.signed.token", undefined, undefined]);
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  assert.equal(kept.includes("signed"), false);
});

test("an identity that is refused is told to the visitor and to the page, which mends it", async (t) => {
  const { page, platform } = await visit(t, browser, {
    platform: { refuseSession: (body) => (body.identity ? undefined : error("identity_required", { retryable: false })) },
  });
  await page.evaluate(() => {
    const { Otvet } = /** @type {any} */ (window);
    Otvet("on", "identity", (/** @type {any} */ { code }) => {
      document.body.dataset["code"] = code;
    });
    Otvet("open");
  });
  await hook(page, "connection").getByText("server says identity_required").waitFor();
  assert.equal(await page.locator("body").getAttribute("data-code"), "identity_required");
  await page.evaluate(() => /** @type {any} */ (window).Otvet("identify", "good.signed.token"));
  await page.locator('[data-presence="agent"]').waitFor();
  assert.equal(platform.talks.size, 1);
});

/** @param {number} hours From now. */
const period = (hours) => {
  const start = Date.now() + hours * 3_600_000;
  return { start: new Date(start).toISOString(), end: new Date(start + 9 * 3_600_000).toISOString() };
};

test("outside the hours it is said when people are back, and a contact is taken", async (t) => {
  const { page, platform, errors } = await visit(t, browser, {
    platform: settings({ hours: { zone: "Europe/Moscow", zone_name: "МСК", periods: [period(30), period(54)] } }),
  });
  await open(page);
  assert.equal(await hook(page, "away-form").count(), 0);
  platform.fact(platform.talk(), "conversation.status", { status: "waiting", operator_name: null });
  await hook(page, "away-back").getByText(/^Операторы ответят .+ с \d{1,2}:\d\d \(МСК\)\.$/).waitFor();
  const presence = page.locator(".presence");
  assert.equal(await presence.locator(".presence-text").isVisible(), false);
  assert.equal(await presence.evaluate((it) => getComputedStyle(it, "::after").content), '"Сейчас операторов нет"');
  await hook(page, "away-send").click();
  await page.getByText("Укажите почту или телефон").waitFor();
  assert.equal(await hook(page, "away-reach").getAttribute("aria-invalid"), "true");
  await hook(page, "away-reach").fill("anna@example.com");
  await hook(page, "away-text").fill("Верните товар");
  await hook(page, "away-send").click();
  await hook(page, "away-left").getByText("Сообщение передано").waitFor();
  assert.equal(await hook(page, "away-form").isVisible(), false);
  await page.locator('[data-otvet="away-left"]:focus').waitFor();
  const { client_message_id: id, ...contact } = platform.contacts[0];
  assert.match(id, /^[\w-]{8,64}$/);
  platform.fact(platform.talk(), "conversation.status", { status: "operator", operator_name: "Анна" });
  await presence.getByText("С вами говорит Анна").waitFor();
  assert.deepEqual(contact, { email: "anna@example.com", text: "Верните товар" });
  assert.deepEqual(errors.filter((line) => !/404/.test(line)), []);
});

test("the hour when people are back is said as people say it, at midnight too", async (t) => {
  const day = 24 * 3_600_000;
  const midnight = Math.ceil(Date.now() / day + 1) * day;
  for (const [hour, said] of /** @type {const} */ ([[0, "с 0:00 (UTC)"], [0.5, "с 0:30 (UTC)"], [9, "с 9:00 (UTC)"], [10, "с 10:00 (UTC)"]])) {
    const start = new Date(midnight + hour * 3_600_000).toISOString();
    const { page, platform } = await visit(t, browser, {
      platform: settings({ hours: { zone: "UTC", zone_name: "UTC", periods: [{ start, end: new Date(midnight + day).toISOString() }] } }),
    });
    await open(page);
    platform.fact(platform.talk(), "conversation.status", { status: "waiting", operator_name: null });
    await hook(page, "away-back").getByText(said).waitFor();
    await page.context().close();
  }
});

test("within the hours nobody is told to come back later", async (t) => {
  const { page, platform } = await visit(t, browser, {
    platform: settings({ hours: { zone: "UTC", zone_name: "UTC", periods: [period(-1)] } }),
  });
  await open(page);
  platform.fact(platform.talk(), "conversation.status", { status: "waiting", operator_name: null });
  await hook(page, "queue").waitFor();
  await hook(page, "away-back").waitFor({ state: "attached" });
  assert.equal(await hook(page, "away-back").isVisible(), false);
});

test("the console's preview is the widget itself, and asks nobody", async (t) => {
  const { page, platform } = await visit(t, browser);
  await page.evaluate(async (src) => {
    const frame = document.createElement("iframe");
    frame.src = src;
    frame.style.cssText = "position:fixed;inset:0;width:800px;height:700px";
    const ready = new Promise((resolve) => addEventListener("message", resolve, { once: true }));
    document.body.append(frame);
    await ready;
  }, "/widget/preview.html");
  const frame = page.frames()[1];
  assert.ok(frame);
  const count = platform.requests.length;
  const post = (/** @type {object} */ more) =>
    page.evaluate((message) => frames[0]?.postMessage(message, location.origin), {
      type: "otvet.preview", dark: false, waiting: false, open: true,
      settings: { ...SETTINGS, look: { ...LOOK, theme: "auto" }, title: "Первое" }, ...more,
    });
  await post({});
  await frame.getByRole("heading", { name: "Первое" }).waitFor();
  await post({ settings: { ...SETTINGS, look: { ...LOOK, accent: "#0a7a4b" }, title: "Второе" } });
  await frame.getByRole("heading", { name: "Второе" }).waitFor();
  const colour = await frame.locator('[data-otvet="launcher"]').evaluate((it) => getComputedStyle(it).backgroundColor);
  assert.equal(colour, "rgb(10, 122, 75)");
  await post({ waiting: true, settings: { ...SETTINGS, hours: { zone: "UTC", zone_name: "UTC", periods: [] } } });
  await frame.locator('[data-otvet="away-back"]').getByText("Сейчас операторов нет").waitFor();
  // Whoever types beside the frame goes on typing there, whatever opens in it.
  await page.evaluate(() => document.body.append(document.createElement("input")));
  await page.locator("body > input").focus();
  for (const width of [360, 800]) {
    await page.locator("iframe").evaluate((it, px) => void (it.style.width = `${px}px`), width);
    // The panel that is open becomes another kind of dialog before it is made anew, or while it is.
    await frame.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    for (const dark of [true, false]) {
      await post({ dark });
      await frame.locator(`otvet-widget[data-theme="${dark ? "dark" : "light"}"]`).waitFor({ state: "attached" });
      await frame.locator('[data-otvet="panel"]').waitFor();
      assert.equal(await page.evaluate(() => document.activeElement?.tagName), "INPUT", `${width} ${dark}`);
    }
  }
  await post({ open: false });
  await frame.locator('[data-otvet="panel"]').waitFor({ state: "detached" });
  assert.equal(platform.requests.length, count);
});

test("who waits another time may leave another message, and nobody else finds what was written", async (t) => {
  const { page, platform } = await visit(t, browser, {
    platform: settings({ hours: { zone: "UTC", zone_name: "UTC", periods: [period(30)] } }),
  });
  await open(page);
  const wait = async () => {
    platform.talk().state.status = "waiting";
    platform.fact(platform.talk(), "conversation.status", { status: "waiting", operator_name: null });
    await hook(page, "away-form").waitFor();
  };
  for (const text of ["Первое", "Второе"]) {
    await wait();
    await hook(page, "away-reach").fill("anna@example.com");
    await hook(page, "away-text").fill(text);
    await hook(page, "away-send").click();
    await hook(page, "away-left").getByText("Сообщение передано").waitFor();
    platform.fact(platform.talk(), "conversation.status", { status: "agent", operator_name: null });
    await hook(page, "queue").waitFor({ state: "hidden" });
  }
  assert.deepEqual(platform.contacts.map(({ text }) => text), ["Первое", "Второе"]);
  assert.equal(new Set(platform.contacts.map(({ client_message_id: id }) => id)).size, 2);
  await wait();
  await hook(page, "away-reach").fill("anna@example.com");
  const first = platform.talk().id;
  await page.route("**/visitor/sessions", (route) => route.abort());
  await page.evaluate(() => /** @type {any} */ (window).Otvet("reset"));
  await hook(page, "queue").waitFor({ state: "hidden" });
  assert.equal(await hook(page, "away-reach").inputValue(), "", "whether another session comes or not");
  await page.unroute("**/visitor/sessions");
  await until(() => platform.talk().id !== first, "another conversation has begun");
  await page.locator('[data-presence="agent"]').waitFor();
  await wait();
  assert.equal(await hook(page, "away-reach").inputValue(), "");
});

test("the part for off-hours looks at the clock for hours without leaving anything behind", async (t) => {
  const { page, platform } = await visit(t, browser, {
    platform: settings({ hours: { zone: "UTC", zone_name: "UTC", periods: [period(30)] } }),
  });
  await page.clock.install();
  await page.evaluate(() => {
    const count = /** @type {any} */ (window);
    count.added = 0;
    const { addEventListener } = AbortSignal.prototype;
    AbortSignal.prototype.addEventListener = function (/** @type {any[]} */ ...given) {
      count.added += 1;
      return addEventListener.apply(this, /** @type {any} */ (given));
    };
  });
  await open(page);
  platform.fact(platform.talk(), "conversation.status", { status: "waiting", operator_name: null });
  await hook(page, "away-form").waitFor();
  const begun = await page.evaluate(() => /** @type {any} */ (window).added);
  await page.clock.runFor("03:00:00");
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).added), begun);
});

test("of two languages asked for in a row the last is spoken, whichever words come last", async (t) => {
  const { page } = await visit(t, browser);
  await open(page);
  /** @type {() => void} */
  let come = () => {};
  const held = new Promise((resolve) => (come = () => resolve(null)));
  // Waited for: a route that is not there yet lets the words through.
  await page.route("**/widget/en.js*", async (route) => {
    await held;
    await route.continue();
  });
  const update = (/** @type {string} */ locale) => page.evaluate((it) => /** @type {any} */ (window).Otvet("update", { locale: it }), locale);
  const asked = page.waitForRequest("**/widget/en.js*");
  await update("en");
  await asked;
  await update("ru");
  const came = page.waitForResponse("**/widget/en.js*");
  come();
  await came;
  await pause(300);
  assert.equal(await hook(page, "panel").getAttribute("lang"), "ru");
  await update("en");
  await page.locator('[data-otvet="panel"][lang="en"]').waitFor();
});
