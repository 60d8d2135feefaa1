import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { backAt, daysAhead, isStaffed, nextChange } from "../../src/core/hours.js";

const at = (/** @type {string} */ text) => Date.parse(text);
const HOURS = {
  zone: "Europe/Moscow",
  zone_name: "МСК",
  periods: [
    { start: "2026-11-26T06:00:00Z", end: "2026-11-26T15:00:00Z" },
    { start: "2026-11-27T06:00:00Z", end: "2026-11-27T15:00:00Z" },
  ],
};
const NOBODY = { ...HOURS, periods: [] };

describe("when people are there", () => {
  test("is from the first instant to just before the last", () => {
    assert.equal(isStaffed(HOURS, at("2026-11-26T05:59:59Z")), false);
    assert.equal(isStaffed(HOURS, at("2026-11-26T06:00:00Z")), true);
    assert.equal(isStaffed(HOURS, at("2026-11-26T15:00:00Z")), false);
    assert.equal(isStaffed(NOBODY, 0), false);
  });

  test("they are back with the next period, or nobody knows", () => {
    assert.equal(backAt(HOURS, at("2026-11-26T16:00:00Z")), at("2026-11-27T06:00:00Z"));
    assert.equal(backAt(HOURS, at("2026-11-27T16:00:00Z")), null);
  });

  test("it changes at the next beginning or end", () => {
    assert.equal(nextChange(HOURS, at("2026-11-26T05:00:00Z")), at("2026-11-26T06:00:00Z"));
    assert.equal(nextChange(HOURS, at("2026-11-26T06:00:00Z")), at("2026-11-26T15:00:00Z"));
    assert.equal(nextChange(HOURS, at("2026-11-27T15:00:00Z")), null);
  });

  test("tomorrow begins at midnight of the zone, also when the clock is moved", () => {
    const zone = "Europe/Moscow";
    assert.equal(daysAhead(at("2026-11-27T06:00:00Z"), at("2026-11-26T20:59:00Z"), zone), 1);
    assert.equal(daysAhead(at("2026-11-27T06:00:00Z"), at("2026-11-26T21:00:00Z"), zone), 0);
    assert.equal(daysAhead(at("2026-03-30T07:00:00Z"), at("2026-03-28T22:59:00Z"), "Europe/Berlin"), 2);
    assert.equal(daysAhead(at("2026-10-26T08:00:00Z"), at("2026-10-25T22:59:00Z"), "Europe/Berlin"), 1);
  });
});
