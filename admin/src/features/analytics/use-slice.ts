import { useCallback, useState } from "react";
import { useLocation, useSearchParams } from "react-router";
import { besideSlice, readSlice, writeSlice, type Slice } from "./slice";

/** The slice in the address, and how it is changed: what else stands there is left. */
export function useSlice() {
  const { state } = useLocation() as { state: unknown };
  const [search, setSearch] = useSearchParams();
  // Today is the day on which the page was opened: a list must not move at midnight.
  const [now] = useState(() => Date.now());
  const slice = readSlice(search, now);
  const change = useCallback(
    (rest: Partial<Slice>) => {
      setSearch(
        (before) =>
          new URLSearchParams([...writeSlice({ ...readSlice(before, now), ...rest }), ...besideSlice(before)]),
        // Where one came from stays known.
        { replace: true, state },
      );
    },
    [now, setSearch, state],
  );
  return { slice, change, search };
}
