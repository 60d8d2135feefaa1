import type { QueryClient } from "@tanstack/react-query";
import type { OperatorPresence } from "@/wire/schema";
import type { Connection } from "./connection";

/** Everybody at the operator's sites, by site. */
export type Presence = Readonly<Record<string, readonly OperatorPresence[]>>;

export const PRESENCE = ["presence"] as const;

export function viewersKey(conversationId: string): readonly ["viewers", string] {
  return ["viewers", conversationId];
}

/** Who is here and who looks at what, in the query cache, from the first event on. */
export function keepPresence(connection: Connection, cache: QueryClient): void {
  cache.setQueryDefaults(PRESENCE, { gcTime: Infinity });
  connection.on("presence.updated", ({ site_id, full, operators }) => {
    cache.setQueryData<Presence>(PRESENCE, (known = {}) => ({
      ...known,
      [site_id]: full ? operators : merged(known[site_id] ?? [], operators),
    }));
  });
  connection.on("viewers.updated", (event) => {
    cache.setQueryData(viewersKey(event.conversation_id), event.viewers);
  });
}

function merged(
  known: readonly OperatorPresence[],
  changed: readonly OperatorPresence[],
): readonly OperatorPresence[] {
  const ids = new Set(changed.map((one) => one.id));
  return [...known.filter((one) => !ids.has(one.id)), ...changed];
}
