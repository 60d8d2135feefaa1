import assert from "node:assert/strict";
import { test } from "node:test";
import { en } from "../../src/locales/en.js";
import { ru } from "../../src/locales/ru.js";

/**
 * @param {object} words
 * @returns {string[]}
 */
function shape(words) {
  return Object.entries(words)
    .flatMap(([key, value]) =>
      typeof value === "object" ? shape(value).map((it) => `${key}.${it}`) : [`${key}:${typeof value}`],
    )
    .sort();
}

test("the languages share their keys", () => {
  assert.deepEqual(shape(en), shape(ru));
});

test("no sentence is empty", () => {
  for (const words of [en, ru]) {
    for (const value of Object.values(words)) if (typeof value === "string") assert.ok(value.trim());
  }
});

test("numbers are said as people say them", () => {
  assert.deepEqual([60, 120, 300, 20].map(ru.eta), ["примерно 1 минута", "примерно 2 минуты", "примерно 5 минут", "примерно 1 минута"]);
  assert.deepEqual([60, 120].map(en.eta), ["about 1 minute", "about 2 minutes"]);
  assert.equal(ru.position(1), "Вы первый в очереди");
  assert.equal(ru.position(3), "Вы 3-й в очереди");
});
