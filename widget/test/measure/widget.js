/**
 * What the widget costs a visitor: `node test/measure/widget.js [--rounds 15]`, after a build. Prints
 * JSON. Chromium, the platform of the tests and whatever else runs share this machine: no test, a
 * measurement, to be read with the load that it names.
 */
import { loadavg } from "node:os";
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { parseArgs } from "node:util";
import { hook, launch, open, pause } from "../browser/browser.js";
import { Platform } from "../platform/platform.js";

/** @import { Browser, Page } from "playwright-core" */

const { values } = parseArgs({ options: { rounds: { type: "string", default: "15" } } });
const rounds = Number(values.rounds);

/** The machine as it is, and a phone of the middle range on a mobile network. */
const PLACES = {
  desktop: { cpu: 1, network: null },
  phone: { cpu: 4, network: { offline: false, latency: 80, downloadThroughput: 1_250_000, uploadThroughput: 375_000 } },
};

/** @param {number[]} all */
function summary(all) {
  const sorted = [...all].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN);
  return { p50: at(0.5), p95: at(0.95), most: Math.round(sorted.at(-1) ?? NaN), of: sorted.length };
}

/** From the press on the launcher: the field is there and has the focus; the first words are drawn; it is online. */
function stopwatch() {
  const marks = /** @type {Record<string, number>} */ ({});
  Object.assign(window, { marks });
  addEventListener("click", ({ timeStamp }) => {
    const root = document.querySelector("otvet-widget")?.shadowRoot;
    const look = () => {
      const now = performance.now() - timeStamp;
      const field = /** @type {HTMLElement | null} */ (root?.activeElement ?? null);
      if (field?.dataset["otvet"] === "composer") marks["field"] ??= now;
      if (root?.querySelector('[data-presence="agent"]')) marks["online"] ??= now;
      if (!marks["online"]) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, true);
}

/** @param {Page} page @param {typeof PLACES[keyof typeof PLACES]} place */
async function throttle(page, { cpu, network }) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  if (network) {
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", network);
  }
}

/** @param {Browser} browser @param {typeof PLACES[keyof typeof PLACES]} place */
async function openings(browser, place) {
  const found = { cold: /** @type {any[]} */ ([]), warm: /** @type {any[]} */ ([]) };
  for (let round = 0; round < rounds; round += 1) {
    const platform = await Object.assign(new Platform(), { caching: true }).start();
    const context = await browser.newContext({ locale: "ru-RU" });
    for (const kind of /** @type {const} */ (["cold", "warm"])) {
      // A new tab, so that nothing but the browser's cache is left of the one before.
      const page = await context.newPage();
      await throttle(page, place);
      await page.addInitScript(stopwatch);
      await page.goto(`${platform.base}/host`);
      await hook(page, "launcher").waitFor();
      await pause(300);
      const button = await hook(page, "launcher").boundingBox();
      await page.mouse.click((button?.x ?? 0) + 28, (button?.y ?? 0) + 28);
      await page.waitForFunction(() => /** @type {any} */ (window).marks.online);
      found[kind].push(await page.evaluate(() => /** @type {any} */ (window).marks));
      await page.close();
    }
    await context.close();
    await platform.stop();
  }
  return Object.fromEntries(
    Object.entries(found).map(([kind, all]) => [
      kind,
      { field: summary(all.map(({ field }) => field)), online: summary(all.map(({ online }) => online)) },
    ]),
  );
}

/** @param {Browser} browser @param {typeof PLACES[keyof typeof PLACES]} place @param {number} before Messages there. */
async function typing(browser, place, before) {
  const platform = Object.assign(await new Platform().start(), { newest: before });
  const page = await browser.newPage();
  await page.goto(`${platform.base}/host`);
  await open(page);
  const talk = platform.talk();
  for (let n = 1; n <= before; n += 1) platform.message(talk, n % 2 ? { sender: "visitor", text: `Вопрос ${n}` } : { text: `Ответ ${n}: выполните **раз** и \`два\`.` });
  await page.reload();
  await hook(page, "message").nth(before - 1).waitFor();
  await throttle(page, place);
  await pause(1_000);
  await page.evaluate(() => {
    const events = /** @type {any[]} */ ([]);
    Object.assign(window, { events });
    new PerformanceObserver((list) => {
      for (const entry of /** @type {PerformanceEventTiming[]} */ (list.getEntries())) {
        if (entry.name === "keydown") events.push({ delay: entry.processingStart - entry.startTime, paint: entry.duration });
      }
    }).observe(/** @type {any} */ ({ type: "event", durationThreshold: 16, buffered: false }));
  });
  const id = crypto.randomUUID();
  platform.stage(talk, id, "writing", { agent: "network" });
  await hook(page, "composer").focus();
  let written = 0;
  const writing = setInterval(() => platform.delta(talk, (written += 1) % 25 === 0 ? "слово.\n\n" : "слово "), 20);
  const keys = 100;
  for (let n = 0; n < keys; n += 1) {
    await page.keyboard.press("a");
    await pause(80);
  }
  clearInterval(writing);
  await pause(300);
  /** @type {{ delay: number, paint: number }[]} */
  const events = await page.evaluate(() => /** @type {any} */ (window).events);
  await page.close();
  await platform.stop();
  // Of what was painted within 16 ms the browser tells nothing.
  const quick = Array(Math.max(0, keys - events.length)).fill(0);
  return {
    keys,
    deltas: written,
    told: events.length,
    delay: summary([...quick, ...events.map(({ delay }) => delay)]),
    paint: summary([...quick.map(() => 16), ...events.map(({ paint }) => paint)]),
  };
}

async function bytes() {
  const names = ["widget.js", "panel.js", "ru.js", "en.js", "more.js", "away.js", "files.js", "earlier.js"];
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, gzipSync(await readFile(new URL(`../../dist/${name}`, import.meta.url)), { level: 9 }).length]),
    ),
  );
}

const browser = await launch();
const began = loadavg();
/** @type {Record<string, any>} */
const figures = { chromium: browser.version(), rounds, gzip: await bytes() };
for (const [name, place] of Object.entries(PLACES)) {
  figures[name] = {
    opening: await openings(browser, place),
    typing: { 50: await typing(browser, place, 50), 1000: await typing(browser, place, 1_000) },
  };
}
figures["load"] = { began, ended: loadavg() };
await browser.close();
console.log(JSON.stringify(figures, null, 2));
