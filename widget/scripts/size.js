/** Fails when a built file outgrows its budget (gzip). */
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

const BUDGETS = { "widget.js": 6_000, "panel.js": 28_000, "away.js": 3_600, "files.js": 3_500, "ru.js": 2_500, "en.js": 2_500 };

let fits = true;
for (const [name, budget] of Object.entries(BUDGETS)) {
  const bytes = gzipSync(await readFile(new URL(`../dist/${name}`, import.meta.url)), { level: 9 }).length;
  const ok = bytes <= budget;
  fits &&= ok;
  console.log(`${ok ? "ok  " : "OVER"} ${name.padEnd(10)} ${bytes} of ${budget} bytes gzip`);
}
process.exitCode = fits ? 0 : 1;
