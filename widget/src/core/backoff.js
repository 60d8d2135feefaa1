/**
 * Full jitter: anything between nothing and the doubling ceiling, so that the visitors of a
 * restarted platform do not come back all at once.
 *
 * @param {number} attempt From 0.
 * @param {{ base?: number, cap?: number, floor?: number, random?: () => number }} [options]
 *   `floor` is what the platform asked to wait at least.
 * @returns {number} Milliseconds.
 */
export function backoff(attempt, { base = 600, cap = 15_000, floor = 0, random = Math.random } = {}) {
  return Math.round(floor + random() * Math.min(cap, base * 2 ** attempt));
}
