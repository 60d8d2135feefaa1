import assert from "node:assert/strict";
import { test } from "node:test";
import { AWAY_WORDS } from "../../src/locales/away.js";
import { en } from "../../src/locales/en.js";
import { FILE_WORDS } from "../../src/locales/files.js";
import { MORE_WORDS } from "../../src/locales/more.js";
import { ru } from "../../src/locales/ru.js";

const ALL = { panel: { ru, en }, away: AWAY_WORDS, files: FILE_WORDS, more: MORE_WORDS };

/**
 * @param {object} words
 * @returns {string[]}
 */
function shape(words) {
  return Object.entries(words)
    .flatMap(([key, value]) =>
      typeof value === "object" ? shape(value).map((it) => `${key}.${it}`) : [`${key}:${typeof value === "function" ? value.length : "text"}`],
    )
    .sort();
}

/** @param {object} words @returns {string[]} */
const sentences = (words) => Object.values(words).flatMap((value) => (typeof value === "object" ? sentences(value) : typeof value === "string" ? [value] : []));

for (const [part, languages] of Object.entries(ALL)) {
  test(`the languages share their keys, and no sentence is empty: ${part}`, () => {
    assert.deepEqual(Object.keys(languages), ["ru", "en"]);
    assert.deepEqual(shape(languages.en), shape(languages.ru));
    for (const text of [...sentences(languages.ru), ...sentences(languages.en)]) assert.ok(text.trim());
  });
}

const COUNTS = [1, 2, 5, 11, 21, 25];

/** Every sentence with a number in it, as it is said with each of `COUNTS`. */
const SAID = /** @type {const} */ ([
  [ru.$eta, (/** @type {number} */ n) => n * 60, [
    "примерно 1 минута", "примерно 2 минуты", "примерно 5 минут", "примерно 11 минут", "примерно 21 минута", "примерно 25 минут",
  ]],
  [ru.$position, Number, ["Вы первый в очереди", "Вы 2-й в очереди", "Вы 5-й в очереди", "Вы 11-й в очереди", "Вы 21-й в очереди", "Вы 25-й в очереди"]],
  [ru.$stageQueued, Number, COUNTS.map((n) => `В очереди: ${n}-й`)],
  [ru.$tooLong, Number, COUNTS.map((n) => `Слишком длинно: лишних знаков — ${n}`)],
  [ru.$left, Number, COUNTS.map((n) => `Осталось знаков: ${n}`)],
  [ru.$source, Number, COUNTS.map((n) => `Источник ${n}`)],
  [FILE_WORDS.ru.tooMany, Number, COUNTS.map((n) => `Файлов может быть не больше ${n}.`)],
  [FILE_WORDS.ru.progress, Number, COUNTS.map((n) => `${n} %`)],
  [MORE_WORDS.ru.score, Number, COUNTS.map((n) => `оценка\u00a0${n}\u00a0из\u00a05`)],
  [en.$eta, (/** @type {number} */ n) => n * 60, ["about 1 minute", ...COUNTS.slice(1).map((n) => `about ${n} minutes`)]],
  [en.$position, Number, ["You are first in line", ...COUNTS.slice(1).map((n) => `You are number ${n} in line`)]],
  [en.$stageQueued, Number, COUNTS.map((n) => `Number ${n} in line`)],
  [en.$tooLong, Number, ["Too long by 1 character", ...COUNTS.slice(1).map((n) => `Too long by ${n} characters`)]],
  [en.$left, Number, ["1 character left", ...COUNTS.slice(1).map((n) => `${n} characters left`)]],
  [en.$source, Number, COUNTS.map((n) => `Source ${n}`)],
  [FILE_WORDS.en.tooMany, Number, COUNTS.map((n) => `Too many files: ${n} at most.`)],
  [FILE_WORDS.en.progress, Number, COUNTS.map((n) => `${n}%`)],
  [MORE_WORDS.en.score, Number, COUNTS.map((n) => `rated\u00a0${n}\u00a0out\u00a0of\u00a05`)],
]);

test("numbers are said as people say them", () => {
  for (const [say, from, said] of SAID) assert.deepEqual(COUNTS.map((n) => say(from(n))), said);
  assert.equal(ru.$eta(20), "примерно 1 минута", "never none");
});

test("no sentence with a number in it is left out", () => {
  /** What is filled in is a name, an address or a day. */
  const words = ["$withOperator", "$openSource", "operator_joined", "on", "back", "remove", "tooLarge", "failed", "open", "save"];
  /** @param {object} all @returns {unknown[]} */
  const functions = (all) =>
    Object.entries(all).flatMap(([key, value]) => (typeof value === "object" ? functions(value) : typeof value === "function" && !words.includes(key) ? [value] : []));
  const tested = new Set(SAID.map(([say]) => /** @type {unknown} */ (say)));
  for (const languages of Object.values(ALL)) {
    for (const all of [languages.ru, languages.en]) assert.deepEqual(functions(all).filter((it) => !tested.has(it)), []);
  }
});

test("days are said after the word that goes before them", () => {
  const { ru: say, en: tell } = AWAY_WORDS;
  const days = ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"].map(say.on);
  assert.deepEqual(days, ["в понедельник", "во вторник", "в среду", "в четверг", "в пятницу", "в субботу", "в воскресенье"]);
  assert.equal(tell.on("Monday"), "on Monday");
});
