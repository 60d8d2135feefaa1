import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";

/** Hysteresis: the button to the end comes past the first distance and goes within the second. */
const FAR = 200;
const NEAR = 60;

interface EndOfScroll {
  scroller: RefObject<HTMLDivElement | null>;
  content: RefObject<HTMLDivElement | null>;
  /** Far enough from the end to be offered the way back. */
  away: boolean;
  onScroll: () => void;
  toEnd: () => void;
  /** From here on what is shown stays, whatever comes at the end. */
  stay: () => void;
}

/**
 * Keeps to the end while the reader is there, and stays put once they scroll up. `first` is the
 * oldest message: when earlier ones are put before it, what is being read does not move.
 */
export function useEndOfScroll(first: string | undefined): EndOfScroll {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const sticking = useRef(true);
  const seen = useRef({ top: 0, height: 0 });
  const [away, setAway] = useState(false);

  const toEnd = useCallback(() => {
    sticking.current = true;
    setAway(false);
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, []);

  const stay = useCallback(() => {
    sticking.current = false;
  }, []);

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const { scrollTop: top, scrollHeight: height, clientHeight } = element;
    const distance = height - top - clientHeight;
    // A pane that grew pulls the top back by itself, and still shows the end: nobody scrolled.
    const movedUp = top < seen.current.top - 1 && height === seen.current.height && distance > 1;
    if (movedUp) sticking.current = false;
    else if (distance < NEAR) sticking.current = true;
    seen.current = { top, height };
    setAway((was) => (was ? distance > NEAR : distance > FAR));
  }, []);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || sticking.current) return;
    element.scrollTop += element.scrollHeight - seen.current.height;
    seen.current = { top: element.scrollTop, height: element.scrollHeight };
  }, [first]);

  useEffect(() => {
    if (!content.current || !scroller.current) return;
    const observer = new ResizeObserver(() => {
      const element = scroller.current;
      if (!element) return;
      if (sticking.current) element.scrollTop = element.scrollHeight;
      seen.current.height = element.scrollHeight;
    });
    observer.observe(content.current);
    observer.observe(scroller.current);
    return () => observer.disconnect();
  }, []);

  return { scroller, content, away, onScroll, toEnd, stay };
}
