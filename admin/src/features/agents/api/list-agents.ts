import type { Api } from "@/lib/api";
import type { AgentPolicyList } from "@/wire/schema";

/** `GET /agents`: the agents of the operator's sites, and what accepting mistakes brings. */
export function listAgents(api: Api, signal: AbortSignal): Promise<AgentPolicyList> {
  return api<AgentPolicyList>("/agents", { signal });
}
