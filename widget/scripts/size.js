/**
 * Fails when what a visitor's browser loads outgrows its budget: each file, a page where the widget
 * is never opened, and one where it is (gzip; the tag as the page's own text).
 */
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

/** The documented tag, with a key as long as they are, on an address that is not short. */
const SNIPPET =
  '<script src="https://support.example.com/widget.js?site_key=pk_0123456789abcdefghijklmn" async></script>';
const BUDGETS = {
  "widget.js": 6_000,
  "panel.js": 28_000,
  "ru.js": 1_500,
  "en.js": 1_500,
  "away.js": 3_600,
  "files.js": 3_600,
  "more.js": 7_400,
  "earlier.js": 2_800,
  "detour.js": 2_500,
};
const WORDS = ["ru.js", "en.js"];

/** @type {Record<string, number>} */
const sizes = { snippet: Buffer.byteLength(SNIPPET) };
for (const name of Object.keys(BUDGETS)) {
  sizes[name] = gzipSync(await readFile(new URL(`../dist/${name}`, import.meta.url)), { level: 9 }).length;
}

/** What the platform puts before the code where the tag's address says the site, with a label in each language. */
const SITE = {
  site_key: "pk_0123456789abcdefghijklmn",
  look: { accent: "#4f46e5", theme: "auto", side: "right", icon: "bubble", label: { ru: "Помощь", en: "Help" }, logo: true },
};
const ascii = JSON.stringify(SITE).replace(/[^ -~]/g, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, "0")}`);
const served = `globalThis[Symbol.for('otvet.site')]=${ascii};${await readFile(new URL("../dist/widget.js", import.meta.url), "utf-8")}`;
sizes["as served"] = gzipSync(served, { level: 9 }).length;

let fits = true;
/** @param {string} name @param {number} bytes @param {number} budget */
function hold(name, bytes, budget) {
  const ok = bytes <= budget;
  fits &&= ok;
  console.log(`${ok ? "ok  " : "OVER"} ${name.padEnd(16)} ${bytes} of ${budget} bytes`);
}

/** @param {...string} names */
const sum = (...names) => names.reduce((all, name) => all + (sizes[name] ?? 0), 0);
hold("snippet", sum("snippet"), 500);
for (const [name, budget] of Object.entries(BUDGETS)) hold(name, sum(name), budget);
hold("never opened", sum("snippet", "as served"), 6_500);
for (const name of WORDS) hold(`opened, ${name}`, sum("snippet", "as served", "panel.js", name), 36_000);
process.exitCode = fits ? 0 : 1;
