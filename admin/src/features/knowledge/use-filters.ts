import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { STATES, type Filters } from "./knowledge";

/** What is looked for stands in the address: it outlives a reload, and a link shows the same. */
export function useFilters() {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo((): Filters => {
    const state = search.get("state");
    return {
      place: search.get("agent") ?? "",
      state: STATES.find((each) => each === state) ?? "",
      text: search.get("q") ?? "",
    };
  }, [search]);

  const change = useCallback(
    (rest: Partial<Filters>) => {
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [key, value] of Object.entries(rest)) {
            const name = NAMES[key as keyof Filters];
            if (value === "") after.delete(name);
            else after.set(name, value);
          }
          return after;
        },
        { replace: true },
      );
    },
    [setSearch],
  );
  return { filters, change };
}

const NAMES: Readonly<Record<keyof Filters, string>> = { place: "agent", state: "state", text: "q" };
