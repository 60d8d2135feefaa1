import { useCallback, useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { STATES, type Filters } from "./knowledge";

/**
 * What is looked for stands in the address: it outlives a reload, and a link shows the same.
 *
 * The address changes a moment after it is asked to, so what is typed is kept here too: otherwise
 * a fast second change would be made to the first one's past.
 */
export function useFilters() {
  const [search, setSearch] = useSearchParams();
  const [filters, setFilters] = useState(() => read(search));
  const latest = useRef(filters);
  const asked = useRef<string[]>([]);

  useEffect(() => {
    const arrived = asked.current.indexOf(search.toString());
    asked.current = asked.current.slice(arrived + 1);
    if (arrived !== -1) return;
    // Not asked for here: a link, or the browser's buttons.
    latest.current = read(search);
    setFilters(latest.current);
  }, [search]);

  const change = useCallback(
    (rest: Partial<Filters>) => {
      latest.current = { ...latest.current, ...rest };
      setFilters(latest.current);
      const after = write(latest.current);
      const now = asked.current.at(-1) ?? search.toString();
      if (after.toString() === now) return;
      asked.current.push(after.toString());
      setSearch(after, { replace: true });
    },
    [search, setSearch],
  );
  return { filters, change };
}

function read(search: URLSearchParams): Filters {
  const state = search.get("state");
  return {
    place: search.get("agent") ?? "",
    state: STATES.find((each) => each === state) ?? "",
    text: search.get("q") ?? "",
  };
}

function write(filters: Filters): URLSearchParams {
  const search = new URLSearchParams();
  for (const key of ["place", "state", "text"] as const) {
    if (filters[key] !== "") search.set(NAMES[key], filters[key]);
  }
  return search;
}

const NAMES: Readonly<Record<keyof Filters, string>> = { place: "agent", state: "state", text: "q" };
