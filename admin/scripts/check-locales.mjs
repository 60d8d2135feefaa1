// The languages say the same things: same keys, same placeholders, all plural forms, no key that
// nobody uses, and a sentence for every error code of the platform.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const LOCALES = ["ru", "en"];
const ERRORS = new URL("../../shared/kernel/errors.py", import.meta.url);
const AUDIT = new URL("../../shared/domain/audit.py", import.meta.url);
const TROUBLES = new URL("../../shared/domain/documents.py", import.meta.url);
/** Keys that are made of data: the rest of the key is looked up by what the server says. */
const MADE_OF_DATA = ["agents.", "audit.actions.", "audit.fields.", "errors.codes.", "refusals.", "outcomes.", "replies.names.", "stages.", "system."];
const problems = [];

const isForms = (node) => typeof node.other === "string";

function flatten(node, path = "") {
  return Object.entries(node).flatMap(([name, value]) => {
    const key = path === "" ? name : `${path}.${name}`;
    return typeof value === "string" || isForms(value) ? [[key, value]] : flatten(value, key);
  });
}

const placeholders = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort().join();

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/(?<!\.test)\.tsx?$/.test(entry.name)) yield readFileSync(path, "utf8");
  }
}

/** The texts of the first load, and of every area under the area's own name. */
function textsIn(locale) {
  const all = new Map(flatten(JSON.parse(readFileSync(`src/lib/i18n/${locale}.json`, "utf8"))));
  for (const area of areas) {
    const texts = JSON.parse(readFileSync(`src/lib/i18n/areas/${area}.${locale}.json`, "utf8"));
    if (Object.keys(texts).join() !== area) problems.push(`${area}.${locale}.json holds more than ${area}`);
    for (const [key, value] of flatten(texts)) {
      if (all.has(key)) problems.push(`${key} is in ${locale}.json and in its area`);
      all.set(key, value);
    }
  }
  return all;
}

const areas = [...new Set(readdirSync("src/lib/i18n/areas").map((name) => name.split(".")[0]))];
const texts = Object.fromEntries(LOCALES.map((locale) => [locale, textsIn(locale)]));

for (const locale of LOCALES) {
  const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  for (const [key, value] of texts[locale]) {
    for (const other of LOCALES.filter((each) => each !== locale)) {
      const twin = texts[other].get(key);
      if (twin === undefined) problems.push(`${key} is in ${locale} and not in ${other}`);
      else if (typeof twin !== typeof value) problems.push(`${key} is plural in one language only`);
      else if (typeof value === "string" && placeholders(value) !== placeholders(twin)) {
        problems.push(`${key} has other placeholders in ${other}`);
      }
    }
    const forms = typeof value === "string" ? [value] : Object.values(value);
    if (forms.some((text) => text.trim() === "")) problems.push(`${key} is empty in ${locale}`);
    if (locale === "en" && forms.some((text) => /[а-яё]/i.test(text))) {
      problems.push(`${key} is Russian in en`);
    }
    if (typeof value === "string") continue;
    if (Object.keys(value).sort().join() !== [...categories].sort().join()) {
      problems.push(`${key} needs the forms ${categories.join(", ")} in ${locale}`);
    }
  }
}

const code = [...sources("src")].join("\n");
const patterns = [...code.matchAll(/`([\w.]+\.)\$\{[^}]+\}([\w.]*)`/g)].map(
  ([, head, tail]) => new RegExp(`^${head.replaceAll(".", "\\.")}[^.]+${tail.replaceAll(".", "\\.")}$`),
);
for (const key of texts.en.keys()) {
  if (MADE_OF_DATA.some((prefix) => key.startsWith(prefix))) continue;
  if (code.includes(`"${key}"`) || patterns.some((pattern) => pattern.test(key))) continue;
  problems.push(`${key} is used nowhere`);
}

if (existsSync(ERRORS)) {
  const codes = readFileSync(ERRORS, "utf8").matchAll(/^ {4}[A-Z_]+ = "([a-z_]+)"/gm);
  for (const [, name] of codes) {
    const places = [`errors.codes.${name}`, `refusals.${name}`].filter((key) => texts.en.has(key));
    if (places.length !== 1) problems.push(`the error code ${name} has ${places.length} sentences`);
  }
}

if (existsSync(AUDIT)) {
  const actions = readFileSync(AUDIT, "utf8").matchAll(/^ {4}[A-Z_]+ = "([a-z_]+\.[a-z_]+)"/gm);
  for (const [, name] of actions) {
    if (!texts.en.has(`audit.actions.${name}`)) problems.push(`the change ${name} has no sentence`);
  }
}

// What is wrong with documents is said beside the page that shows it, by its own codes.
const troubles = LOCALES.map((locale) =>
  JSON.parse(readFileSync(`src/features/knowledge/troubles.${locale}.json`, "utf8")),
);
const known = existsSync(TROUBLES)
  ? [...readFileSync(TROUBLES, "utf8").matchAll(/^ {4}[A-Z_]+ = "([a-z_]+)"/gm)].map(([, name]) => name)
  : Object.keys(troubles[0]);
for (const [place, sentences] of troubles.entries()) {
  for (const name of known.filter((each) => !sentences[each])) {
    problems.push(`the trouble ${name} has no sentence in ${LOCALES[place]}`);
  }
  for (const name of Object.keys(sentences).filter((each) => !known.includes(each))) {
    problems.push(`${name} is no trouble of documents, in ${LOCALES[place]}`);
  }
}

for (const problem of problems) console.error(`locales: ${problem}`);
if (problems.length > 0) process.exit(1);
console.log(`locales: ${texts.en.size} texts in ${LOCALES.length} languages`);
