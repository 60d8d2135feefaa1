export interface FrameQueue<T> {
  push: (item: T) => void;
  /** Hands over what waits, and then `last`, at once. */
  flush: (last?: T) => void;
}

/** Collects what comes faster than a screen can show, and hands it over once a frame. */
export function createFrameQueue<T>(take: (items: readonly T[]) => void): FrameQueue<T> {
  let waiting: T[] = [];
  let cancel: (() => void) | null = null;

  function flush(last?: T): void {
    cancel?.();
    cancel = null;
    const items = last === undefined ? waiting : [...waiting, last];
    waiting = [];
    if (items.length > 0) take(items);
  }

  return {
    push(item) {
      waiting.push(item);
      cancel ??= nextFrame(() => flush());
    },
    flush,
  };
}

/** A hidden tab is given no frames; there a timer has to do. */
function nextFrame(task: () => void): () => void {
  if (document.hidden) {
    const timer = setTimeout(task, 250);
    return () => clearTimeout(timer);
  }
  const frame = requestAnimationFrame(task);
  return () => cancelAnimationFrame(frame);
}
