import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { paths } from "@/lib/paths";
import type { View } from "@/lib/views";
import { countFilters, readFilters, writeFilters, type Filters } from "./filters";

const PAUSE_MS = 250;
/** One letter is in nearly every message. */
const SHORTEST = 2;

export interface Finding {
  filters: Filters;
  /** What stands in the search box; the address follows when the typing pauses. */
  text: string;
  type: (text: string) => void;
  change: (rest: Partial<Filters>) => void;
  /** Takes everything that the address says away: the view is as it was. */
  clear: () => void;
}

/** What is looked for stands in the address; a search goes through everything, not the view alone. */
export function useFinding(view: View): Finding {
  const [search] = useSearchParams();
  const { conversationId } = useParams();
  const navigate = useNavigate();
  const filters = readFilters(search);
  const [text, setText] = useState(filters.q);
  const [arrived, setArrived] = useState(filters.q);
  /** The view that was left for a search. */
  const left = useRef<View | null>(null);

  if (filters.q !== arrived) {
    // What was typed has come to the address; or a link or the browser's buttons have changed it.
    setArrived(filters.q);
    if (filters.q !== wanted(text)) setText(filters.q);
  }

  function show(rest: Partial<Filters>): void {
    const next = { ...filters, ...rest };
    let target = view;
    if (next.q !== "" && filters.q === "" && view !== "all") {
      left.current = view;
      target = "all";
    } else if (next.q === "" && countFilters(next) === 0 && left.current) {
      target = left.current;
      left.current = null;
    }
    const query = writeFilters(next).toString();
    const path =
      conversationId === undefined ? paths.inbox(target) : paths.conversation(target, conversationId);
    void navigate(query === "" ? path : `${path}?${query}`, { replace: true });
  }

  const settle = useEffectEvent(() => {
    if (wanted(text) !== filters.q) show({ q: wanted(text) });
  });
  useEffect(() => {
    const timer = setTimeout(() => settle(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  return {
    filters,
    text,
    type: setText,
    change: show,
    clear() {
      setText("");
      show(readFilters(new URLSearchParams()));
    },
  };
}

function wanted(text: string): string {
  const trimmed = text.trim();
  return trimmed.length < SHORTEST ? "" : trimmed;
}
