// Colours are named in src/app/tokens.css and nowhere else.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const TOKENS = join("src", "app", "tokens.css");
/** Generated, with the platform's own examples. */
const WIRE = join("src", "wire");
const LITERAL =
  /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|oklch|oklab|lch|lab|color|color-mix|light-dark)\(|\b(?:bg|text|border|outline|fill|stroke|ring|shadow|accent|caret|decoration|from|via|to)-(?:black|white|(?:red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose|slate|gray|zinc|neutral|stone)-\d{2,3})\b/gi;

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && path !== WIRE) yield* files(path);
    else if (entry.isFile() && /\.(tsx?|css)$/.test(entry.name) && path !== TOKENS) yield path;
  }
}

let found = 0;
for (const path of files("src")) {
  readFileSync(path, "utf8")
    .split("\n")
    .forEach((line, index) => {
      for (const match of line.matchAll(LITERAL)) {
        found += 1;
        console.error(`${path}:${index + 1}: colour literal ${match[0]}`);
      }
    });
}
if (found > 0) process.exit(1);
console.log("colours: only in tokens.css");
