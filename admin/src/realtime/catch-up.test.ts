import { QueryClient } from "@tanstack/react-query";
import { createStore } from "@/lib/store";
import { catchUp } from "./catch-up";
import type { ConnectionState } from "./connection";
import { FOUND, inboxKey } from "./inbox";

function setUp() {
  const cache = new QueryClient();
  const state = createStore<ConnectionState>("idle");
  catchUp({ state }, cache);
  const keys = [inboxKey("waiting"), FOUND];
  for (const key of keys) cache.setQueryData(key, { pages: [] });
  const stale = () => keys.map((key) => cache.getQueryState(key)?.isInvalidated);
  return { state, stale };
}

describe("what was told to nobody", () => {
  it("is asked for when the socket is there for the first time, for the lists were there before", () => {
    const { state, stale } = setUp();
    state.set("connecting");
    expect(stale()).toEqual([false, false]);
    state.set("online");
    expect(stale()).toEqual([true, true]);
  });

  it("is asked for after a loss", () => {
    const { state, stale } = setUp();
    state.set("lost");
    state.set("online");
    expect(stale()).toEqual([true, true]);
  });
});
