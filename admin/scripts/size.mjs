// The JavaScript that the inbox loads at first, in gzip, against its budget.
// test/browser/console.test.mjs proves that the browser asks for these files and no others.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const BUDGET = 150_000;
const DIST = new URL("../dist/", import.meta.url);
// What begins the first load; the same as in vite.config.ts.
const ENTRY = "index.html";
const ROUTES = ["src/app/routes/shell.tsx", "src/app/routes/inbox.tsx"];
const LOCALES = ["src/lib/i18n/ru.json", "src/lib/i18n/en.json"];

/** Files of the first load of the inbox, in this language; and of what comes to it later. */
export function firstLoad(locale, later = []) {
  const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", DIST), "utf8"));
  const files = new Set();
  const add = (name) => {
    const chunk = manifest[name];
    if (!chunk) throw new Error(`size: ${name} is not in the manifest`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const imported of chunk.imports ?? []) add(imported);
  };
  for (const name of [ENTRY, ...ROUTES, locale, ...later]) add(name);
  return [...files, "start.js", "theme.js"];
}

function gzipped(file) {
  return gzipSync(readFileSync(new URL(file, DIST)), { level: 9 }).length;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const totals = LOCALES.map((locale) => {
    const sizes = firstLoad(locale).map((file) => [file, gzipped(file)]);
    return { locale, sizes, total: sizes.reduce((sum, [, size]) => sum + size, 0) };
  });
  const worst = totals.reduce((a, b) => (a.total > b.total ? a : b));
  for (const [file, size] of worst.sizes.sort((a, b) => b[1] - a[1])) {
    console.log(`${String(size).padStart(8)}  ${file}`);
  }
  console.log(`${String(worst.total).padStart(8)}  in all, of ${BUDGET} (${worst.locale})`);
  if (worst.total > BUDGET) process.exit(1);
}
