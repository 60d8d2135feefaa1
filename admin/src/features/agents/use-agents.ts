import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useAgentsKey } from "@/lib/agents";
import { useServices } from "@/lib/services";
import type { AgentPolicy, AgentPolicyList } from "@/wire/schema";
import { changePolicy } from "./api/change-policy";

/** Shown at once, and taken back when the server refuses. */
export function useChangePolicy(agent: AgentPolicy) {
  const { api } = useServices();
  const cache = useQueryClient();
  const queryKey = useAgentsKey();

  // This agent alone: another one may be changed meanwhile.
  function show(wrong_share: number | null): void {
    cache.setQueryData<AgentPolicyList>(queryKey, (list) =>
      list && {
        ...list,
        items: list.items.map((each) => (isSame(each, agent) ? { ...each, wrong_share } : each)),
      },
    );
  }

  return useMutation({
    mutationFn: (wrong_share: number | null) => changePolicy(api, agent, wrong_share),
    onMutate: async (wrong_share) => {
      // A list that is on its way was read before the change.
      await cache.cancelQueries({ queryKey });
      show(wrong_share);
      return { before: agent.wrong_share };
    },
    onError: (_error, _share, context) => {
      if (context) show(context.before);
    },
    onSuccess: (changed) => show(changed.wrong_share),
  });
}

function isSame(one: AgentPolicy, other: AgentPolicy): boolean {
  return one.site_id === other.site_id && one.slug === other.slug;
}
