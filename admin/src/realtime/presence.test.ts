import { QueryClient } from "@tanstack/react-query";
import type { Connection } from "./connection";
import { keepPresence, PRESENCE, viewersKey } from "./presence";

function setUp() {
  const cache = new QueryClient();
  const listeners = new Map<string, (payload: never) => void>();
  const on = (name: string, listener: (payload: never) => void) => listeners.set(name, listener);
  keepPresence({ on } as unknown as Connection, cache);
  return {
    cache,
    hear: (name: string, payload: unknown) => listeners.get(name)?.(payload as never),
  };
}

const anna = { id: "a", name: "Анна", state: "available" } as const;
const boris = { id: "b", name: "Борис", state: "offline" } as const;

describe("who is here", () => {
  it("is all at first, and then those who changed, each site by itself", () => {
    const { cache, hear } = setUp();
    hear("presence.updated", { site_id: "s1", full: true, operators: [anna, boris] });
    hear("presence.updated", { site_id: "s2", full: true, operators: [boris] });
    hear("presence.updated", { site_id: "s1", full: false, operators: [{ ...boris, state: "away" }] });
    expect(cache.getQueryData(PRESENCE)).toEqual({
      s1: [anna, { ...boris, state: "away" }],
      s2: [boris],
    });
  });

  it("forgets those who work there no longer with the next full list", () => {
    const { cache, hear } = setUp();
    hear("presence.updated", { site_id: "s1", full: true, operators: [anna, boris] });
    hear("presence.updated", { site_id: "s1", full: true, operators: [anna] });
    expect(cache.getQueryData(PRESENCE)).toEqual({ s1: [anna] });
  });

  it("is kept by conversation as far as looking goes", () => {
    const { cache, hear } = setUp();
    const viewers = [{ id: "a", name: "Анна", typing: true }];
    hear("viewers.updated", { conversation_id: "c1", viewers });
    expect(cache.getQueryData(viewersKey("c1"))).toEqual(viewers);
    expect(cache.getQueryData(viewersKey("c2"))).toBeUndefined();
  });
});
