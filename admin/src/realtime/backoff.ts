const BASE_MS = 500;
const CAP_MS = 30_000;

/** The wait before attempt number `attempt` (from 1): doubled each time, capped, and jittered. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const full = Math.min(CAP_MS, BASE_MS * 2 ** (attempt - 1));
  return full * (0.5 + random() / 2);
}
