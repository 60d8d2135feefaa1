import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from "react";

export type KeyHandler = (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;

export interface Trigger {
  from: number;
  query: string;
}

// On a Russian keyboard the key of «/» writes «.»; nobody begins a line with one.
const SIGNS = {
  "/": /(?:(?:^|\s)\/|(?:^|\n)\.(?!\.))([^\n]{0,40})$/,
  "@": /(?:^|[\s(])@([^\n@]{0,40})$/,
};

/** What is being looked for at the caret, or null. */
export function triggerAt(text: string, caret: number, sign: keyof typeof SIGNS): Trigger | null {
  const query = SIGNS[sign].exec(text.slice(0, caret))?.[1];
  return query === undefined ? null : { from: caret - query.length - 1, query };
}

export interface Pick {
  trigger: Trigger | null;
  keysRef: RefObject<KeyHandler | null>;
  active: string | undefined;
  setActive: (id: string | undefined) => void;
  moved: (caret: number) => void;
  close: () => void;
  insert: (words: string) => void;
}

/** A list that opens while something is typed behind a sign, and puts what is picked in its place. */
export function usePick(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  sign: keyof typeof SIGNS,
  onText: (text: string) => void,
): Pick {
  const [caret, setCaret] = useState(0);
  const [closed, setClosed] = useState<number | null>(null);
  const [active, setActive] = useState<string>();
  const keysRef = useRef<KeyHandler>(null);
  const next = useRef<number | null>(null);
  // Before anything else is typed: what comes next belongs behind what was put there.
  useLayoutEffect(() => {
    if (next.current === null) return;
    field.current?.setSelectionRange(next.current, next.current);
    next.current = null;
  }, [field, text]);
  const found = triggerAt(text, Math.min(caret, text.length), sign);

  return {
    trigger: found && found.from !== closed ? found : null,
    keysRef,
    active,
    setActive,
    moved(place) {
      setCaret(place);
      if (closed !== null && triggerAt(text, place, sign)?.from !== closed) setClosed(null);
    },
    close: () => setClosed(found?.from ?? null),
    insert(words) {
      if (!found) return;
      const end = found.from + words.length;
      next.current = end;
      onText(text.slice(0, found.from) + words + text.slice(caret));
      setCaret(end);
      field.current?.focus();
    },
  };
}
