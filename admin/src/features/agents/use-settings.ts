import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { AgentCopy, AgentCreate, AgentPut, AgentSettings, AgentSettingsList } from "@/wire/schema";
import { copyAgent, createAgent, deleteAgent, listSettings, orderAgents, putAgent, switchAgent } from "./api/settings";

const keyOf = (siteId: string) => ["agent-settings", siteId] as const;

/** All agents of a site as they are edited. */
export function useAgentSettings(siteId: string) {
  const { api } = useServices();
  return useQuery({ queryKey: keyOf(siteId), queryFn: ({ signal }) => listSettings(api, siteId, signal) });
}

/** Puts what the server answered into the list, and has names elsewhere asked for again. */
function useShown(siteId: string) {
  const cache = useQueryClient();
  const queryKey = keyOf(siteId);
  return {
    queryKey,
    cache,
    show: (agent: AgentSettings): void => {
      cache.setQueryData<AgentSettingsList>(queryKey, (list) => list && { ...list, items: withAgent(list.items, agent) });
      void cache.invalidateQueries({ queryKey: ["agents"] });
    },
  };
}

function withAgent(items: readonly AgentSettings[], agent: AgentSettings): AgentSettings[] {
  const isThere = items.some((each) => each.slug === agent.slug);
  return isThere ? items.map((each) => (each.slug === agent.slug ? agent : each)) : [...items, agent];
}

export function usePutAgent(siteId: string, slug: string) {
  const { api } = useServices();
  const { show, cache, queryKey } = useShown(siteId);
  return useMutation({
    mutationFn: (body: AgentPut) => putAgent(api, siteId, slug, body),
    onSuccess: show,
    // What somebody else made of it is shown beside the form that was refused.
    onError: () => cache.invalidateQueries({ queryKey }),
  });
}

export function useCreateAgent(siteId: string) {
  const { api } = useServices();
  const { show } = useShown(siteId);
  return useMutation({ mutationFn: (body: AgentCreate) => createAgent(api, siteId, body), onSuccess: show });
}

/** Shown at once, and taken back when the server refuses. */
export function useSwitchAgent(siteId: string) {
  const { api } = useServices();
  const { show, cache, queryKey } = useShown(siteId);
  const put = (slug: string, enabled: boolean) =>
    cache.setQueryData<AgentSettingsList>(queryKey, (list) =>
      list && { ...list, items: list.items.map((each) => (each.slug === slug ? { ...each, enabled } : each)) },
    );
  return useMutation({
    mutationFn: ({ slug, enabled }: { slug: string; enabled: boolean }) => switchAgent(api, siteId, slug, enabled),
    onMutate: async ({ slug, enabled }) => {
      await cache.cancelQueries({ queryKey });
      put(slug, enabled);
    },
    onError: (_error, { slug, enabled }) => put(slug, !enabled),
    onSuccess: show,
  });
}

/** The new order is shown at once, and the old one comes back when the server refuses. */
export function useOrderAgents(siteId: string) {
  const { api } = useServices();
  const { cache, queryKey } = useShown(siteId);
  return useMutation({
    // One after the other: the last order that was asked for is the one that stays.
    scope: { id: `order-${siteId}` },
    mutationFn: (order: readonly string[]) => orderAgents(api, siteId, order),
    onMutate: async (order) => {
      await cache.cancelQueries({ queryKey });
      cache.setQueryData<AgentSettingsList>(queryKey, (list) => list && { ...list, items: sorted(list.items, order) });
    },
    onError: () => cache.invalidateQueries({ queryKey }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ["agents"] }),
  });
}

function sorted(items: readonly AgentSettings[], order: readonly string[]): AgentSettings[] {
  return items.toSorted((a, b) => order.indexOf(a.slug) - order.indexOf(b.slug));
}

export function useDeleteAgent(siteId: string, slug: string) {
  const { api } = useServices();
  const { cache, queryKey } = useShown(siteId);
  return useMutation({
    mutationFn: (confirm: string) => deleteAgent(api, siteId, slug, confirm),
    onSuccess: () => {
      cache.setQueryData<AgentSettingsList>(queryKey, (list) =>
        list && { ...list, items: list.items.filter((each) => each.slug !== slug) },
      );
      void cache.invalidateQueries({ queryKey: ["agents"] });
    },
    onError: () => cache.invalidateQueries({ queryKey }),
  });
}

export function useCopyAgent(siteId: string, slug: string) {
  const { api } = useServices();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: AgentCopy) => copyAgent(api, siteId, slug, body),
    onSuccess: (copied) => {
      void cache.invalidateQueries({ queryKey: keyOf(copied.site_id) });
      void cache.invalidateQueries({ queryKey: ["agents"] });
    },
  });
}
