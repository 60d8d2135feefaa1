import type { QueryClient } from "@tanstack/react-query";
import type { Connection } from "./connection";
import { FOUND } from "./inbox";

/**
 * What happened while nobody listened is asked for again: after a loss, and at the first connection
 * too, for the lists are asked for before the socket is there.
 */
export function catchUp(connection: Pick<Connection, "state">, cache: QueryClient): void {
  let before = connection.state.get();
  connection.state.subscribe(() => {
    const state = connection.state.get();
    if (state === "online" && before !== "online") {
      void cache.invalidateQueries({ queryKey: ["inbox"] });
      void cache.invalidateQueries({ queryKey: FOUND });
    }
    before = state;
  });
}
