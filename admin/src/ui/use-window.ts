import { useLayoutEffect, useState, type RefObject } from "react";

/** Rows beyond the edges of what is seen: a flick shows no gap, and the keys find their neighbours. */
const BEYOND = 8;
/** A line of the inbox, until one was measured. */
const GUESS_PX = 77;

export interface Window {
  first: number;
  last: number;
  /** Room that the rows outside would take. */
  above: number;
  below: number;
}

/** Which of `count` rows of one height are to be made: those that the scroller shows. */
export function useWindow(scroller: RefObject<HTMLElement | null>, count: number): Window {
  const [seen, setSeen] = useState({ top: 0, height: 1_000, row: GUESS_PX });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => {
      const row = element.querySelector<HTMLElement>("[data-row]")?.offsetHeight ?? 0;
      const top = element.scrollTop;
      const height = element.clientHeight;
      setSeen((was) => {
        const next = { top, height: height > 0 ? height : was.height, row: row > 0 ? row : was.row };
        // A few pixels show the same rows.
        const same =
          Math.floor(next.top / next.row) === Math.floor(was.top / was.row) &&
          next.height === was.height &&
          next.row === was.row;
        return same ? was : next;
      });
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [scroller, count]);

  const first = Math.max(0, Math.min(Math.floor(seen.top / seen.row) - BEYOND, count - 1));
  const last = Math.min(count, Math.ceil((seen.top + seen.height) / seen.row) + BEYOND);
  return { first, last, above: first * seen.row, below: Math.max(0, count - last) * seen.row };
}
