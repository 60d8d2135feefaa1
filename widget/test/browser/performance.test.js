import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { hook, launch, open, pause, visit, write } from "./browser.js";

/** @import { Page } from "playwright-core" */
/** @import { Platform } from "../platform/platform.js" */

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const ANSWER = "Похоже, сеть не получает адрес.\n\n1. Отключите **Wi‑Fi** [1].\n2. Выполните `ipconfig /renew`.\n\nПодробнее — в [инструкции](https://wiki.demo.test/wifi).";

/** @param {Platform} platform @param {number} count */
function fill(platform, count) {
  const talk = platform.talk();
  for (let n = 1; n <= count; n += 1) {
    const mine = n % 2 === 1;
    const citations = [{ n: 1, title: "Нет адреса", quote: "Выполните ipconfig /renew.", url: "https://wiki.demo.test/1" }];
    platform.message(talk, mine ? { sender: "visitor", text: `Вопрос ${n}` } : { agent: "network", outcome: "quoted", text: `${n}. ${ANSWER}`, citations });
  }
}

/** Milliseconds that a task may hold the page up. */
const HELD = 50;
/**
 * How many times the longest task of plain scrolling, in the same page, a task may take that puts
 * older messages in: where a machine that is shared runs at half its speed, all take twice as long.
 */
const TIMES = 3.5;

/**
 * How long tasks hold the page up, from now on, by the time that it was at work itself: of `longtask`
 * the observer tells the time that went by, and others are at work on this machine too.
 *
 * @param {Page} page
 * @returns {Promise<() => Promise<number[]>>} Milliseconds of each.
 */
async function watch(page) {
  const session = await page.context().newCDPSession(page);
  /** @type {any[]} */
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["toplevel", "v8", "__metadata"] } });
  return async () => {
    const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
    await session.send("Tracing.end");
    await complete;
    const place = (/** @type {any} */ { pid, tid }) => `${pid}:${tid}`;
    const main = new Set(events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(place));
    const own = events.filter((it) => it.ph === "X" && main.has(place(it)));
    const tasks = own.filter(({ name }) => name.endsWith("RunTask"));
    // What the browser gives back to the system, at a time that it takes for idle, is its own affair.
    const given = own.filter(({ name }) => name === "V8.GCFinalizeMCReduceMemory");
    /** @param {any} task */
    const spent = ({ ts, dur, tdur = 0 }) =>
      given.reduce((left, it) => (it.ts >= ts && it.ts < ts + dur ? left - it.tdur : left), tdur) / 1_000;
    return tasks.map((task) => Math.round(spent(task)));
  };
}

/** @param {number[]} spent @param {number} most */
const over = (spent, most) => spent.filter((ms) => ms > most);

/**
 * What holds the page up does so each time; a core that is shared makes a task dearer now and then.
 *
 * @param {() => Promise<{ tasks: number, long: number[] }>} run On a page of its own.
 */
async function assertFree(run) {
  /** @type {number[]} */
  let found = [];
  for (let left = 3; left > 0; left -= 1) {
    const { tasks, long } = await run();
    assert.ok(tasks > 100, "it was watched");
    found = long;
    if (!long.length) break;
  }
  assert.deepEqual(found, []);
}

/**
 * Turns the wheel until the end is reached. The area is looked up once: among 1,000 messages that is
 * itself a long task of the page, though none of the widget's.
 *
 * @param {import("playwright-core").ElementHandle<Element>} area
 * @param {Page} page
 * @param {number} by
 */
async function wheel(area, page, by) {
  const top = () => area.evaluate((it) => it.scrollTop);
  for (let still = 0; still < 6; ) {
    const from = await top();
    await page.mouse.wheel(0, by);
    await pause(16);
    still = (await top()) === from ? still + 1 : 0;
  }
}

test("1,000 messages are read up to the first and down again without the page being held up", (t) => assertFree(async () => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  fill(platform, 1_000);
  await page.reload();
  await hook(page, "message").getByText("1000. Похоже").waitFor();
  const area = await page.locator(".scroll").elementHandle();
  assert.ok(area);
  await area.hover();
  const up = await watch(page);
  await wheel(area, page, -900);
  const risen = await up();
  assert.equal(await hook(page, "message").count(), 1_000);
  assert.equal(await hook(page, "message").first().locator(".body").textContent(), "Вопрос 1");
  const down = await watch(page);
  await wheel(area, page, 2_500);
  const sunk = await down();
  await hook(page, "message").last().getByText("1000. Похоже").waitFor();
  const most = Math.max(HELD, TIMES * Math.max(...sunk));
  return { tasks: risen.length + sunk.length, long: [...over(risen, most), ...over(sunk, HELD)] };
}));

test("below 1,000 messages an answer is written, and something typed, without the page being held up", (t) => assertFree(async () => {
  const { page, platform } = await visit(t, browser, { platform: { newest: 1_000 } });
  await open(page);
  fill(platform, 1_000);
  await page.reload();
  await hook(page, "message").getByText("1000. Похоже").waitFor();
  await pause(500);
  const held = await watch(page);
  const id = crypto.randomUUID();
  const talk = platform.talk();
  platform.stage(talk, id, "writing", { agent: "network" });
  await hook(page, "composer").focus();
  for (let n = 0; n < 120; n += 1) {
    platform.delta(talk, n % 20 === 19 ? `слово.\n\n` : `слово${n} `);
    if (n % 4 === 0) await page.keyboard.press("a");
    await pause(20);
  }
  await hook(page, "message", '[data-state="streaming"]').getByText("слово118").waitFor();
  assert.equal(await page.locator(".scroll").evaluate((it) => Math.round(it.scrollHeight - it.clientHeight - it.scrollTop)), 0);
  platform.complete(talk, { id, agent: "network", text: "Готово." });
  await hook(page, "message", `[data-message-id="${id}"][data-state="done"]`).waitFor();
  await write(page, "Спасибо");
  await hook(page, "message", '[data-state="sent"]').last().getByText("Спасибо").waitFor();
  const spent = await held();
  return { tasks: spent.length, long: over(spent, HELD) };
}));
