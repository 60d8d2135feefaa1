import type { News } from "./notifier";

const listeners = new Set<(news: News) => void>();

/**
 * Tells of something that may be worth a notification; any part of the console may. Whether one is
 * made of it is decided by the switches of this device, by one tab, and not for what is looked at.
 */
export function announce(news: News): void {
  for (const listener of listeners) listener(news);
}

/** For whoever makes notifications of it; until then, nobody listens. */
export function onNews(listener: (news: News) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
