import { skipToken, useQuery } from "@tanstack/react-query";
import type { ConversationViewer, OperatorPresence } from "@/wire/schema";
import { PRESENCE, viewersKey, type Presence } from "./presence";

const NOBODY: readonly never[] = [];

export function usePresence(): Presence {
  const { data } = useQuery<Presence>({ queryKey: PRESENCE, queryFn: skipToken });
  return data ?? {};
}

/** Everybody who works for a site, by name. */
export function useColleagues(siteId: string | undefined): readonly OperatorPresence[] {
  const presence = usePresence();
  return siteId === undefined ? NOBODY : byName(presence[siteId] ?? NOBODY);
}

/** Everybody at all of the operator's sites, each once, by name. */
export function useEverybody(): readonly OperatorPresence[] {
  const all = Object.values(usePresence()).flat();
  return byName([...new Map(all.map((one) => [one.id, one])).values()]);
}

/** All who have a conversation open, the operator included. */
export function useViewers(conversationId: string): {
  viewers: readonly ConversationViewer[];
  /** When this was told. */
  at: number;
} {
  const { data, dataUpdatedAt } = useQuery<readonly ConversationViewer[]>({
    queryKey: viewersKey(conversationId),
    queryFn: skipToken,
  });
  return { viewers: data ?? NOBODY, at: dataUpdatedAt };
}

function byName(operators: readonly OperatorPresence[]): readonly OperatorPresence[] {
  return [...operators].sort((a, b) => a.name.localeCompare(b.name));
}
