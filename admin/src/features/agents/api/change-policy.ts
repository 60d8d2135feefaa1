import type { Api } from "@/lib/api";
import type { AgentPatch, AgentPolicy } from "@/wire/schema";

/** `PATCH /agents/{site_id}/{slug}`: null goes back to the default. */
export function changePolicy(
  api: Api,
  agent: Pick<AgentPolicy, "site_id" | "slug">,
  wrong_share: number | null,
): Promise<AgentPolicy> {
  const body: AgentPatch = { wrong_share };
  return api<AgentPolicy>(`/agents/${agent.site_id}/${agent.slug}`, { method: "PATCH", body });
}
