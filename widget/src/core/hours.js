/**
 * When people are there. The platform tells the coming periods as instants, so no calendar and no
 * change of a clock is reckoned with here.
 *
 * @import { OperatorHours } from "./types.js"
 */

/**
 * @param {OperatorHours} hours
 * @param {number} now Milliseconds since the epoch.
 * @returns {boolean}
 */
export function isStaffed({ periods }, now) {
  return periods.some(({ start, end }) => Date.parse(start) <= now && now < Date.parse(end));
}

/**
 * @param {OperatorHours} hours
 * @param {number} now
 * @returns {number | null} When somebody is back; null when nobody knows.
 */
export function backAt({ periods }, now) {
  const next = periods.find(({ start }) => Date.parse(start) > now);
  return next ? Date.parse(next.start) : null;
}

/**
 * @param {OperatorHours} hours
 * @param {number} now
 * @returns {number | null} When that changes next.
 */
export function nextChange({ periods }, now) {
  const all = periods.flatMap(({ start, end }) => [Date.parse(start), Date.parse(end)]);
  return all.find((instant) => instant > now) ?? null;
}

/**
 * The day of an instant, seen from now, in a zone: 0 is today, 1 tomorrow.
 *
 * @param {number} instant
 * @param {number} now
 * @param {string} zone
 * @returns {number}
 */
export function daysAhead(instant, now, zone) {
  const format = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  const [then, today] = [instant, now].map((each) => Date.parse(format.format(each)));
  return Math.round((Number(then) - Number(today)) / 86_400_000);
}
