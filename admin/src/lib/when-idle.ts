/** So long after the page is there, at most, what was put off begins. */
const LATEST_MS = 4_000;

/** Does something when the browser has nothing better to do; returns how to give it up. */
export function whenIdle(run: () => void): () => void {
  // Safari has no idle time to give away.
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(run, LATEST_MS / 2);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(run, { timeout: LATEST_MS });
  return () => cancelIdleCallback(idle);
}
