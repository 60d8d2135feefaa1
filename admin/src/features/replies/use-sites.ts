import { useQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { AgentPolicyList } from "@/wire/schema";

export interface SiteName {
  id: string;
  name: string;
}

/** The operator's sites by name, as the list of agents tells them: every site has some. */
export function useSites() {
  const { api } = useServices();
  return useQuery({
    queryKey: ["agents", "sites"],
    queryFn: async ({ signal }): Promise<readonly SiteName[]> => {
      const { items } = await api<AgentPolicyList>("/agents", { signal });
      return [...new Map(items.map((agent) => [agent.site_id, agent.site_name])).entries()].map(
        ([id, name]) => ({ id, name }),
      );
    },
    staleTime: 60_000,
  });
}
