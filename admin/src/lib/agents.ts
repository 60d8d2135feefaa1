import { useQuery } from "@tanstack/react-query";
import type { AgentPolicyList } from "@/wire/schema";
import type { Api } from "./api";
import { useI18n } from "./i18n/i18n";
import { useServices } from "./services";

/** `GET /agents`: all agents of the operator's sites, and what accepting mistakes brings. */
function listAgents(api: Api, signal: AbortSignal): Promise<AgentPolicyList> {
  return api<AgentPolicyList>("/agents", { query: { off: true }, signal });
}

/** The names in it are in the reader's language, so it is kept by language. */
export function useAgentsKey() {
  return ["agents", useI18n().locale] as const;
}

export function useAgents() {
  return useAgentsQuery(true);
}

/** The same as far as it is known: it asks for nothing itself. */
export function useKnownAgents() {
  return useAgentsQuery(false).data;
}

function useAgentsQuery(enabled: boolean) {
  const { api } = useServices();
  return useQuery({ queryKey: useAgentsKey(), queryFn: ({ signal }) => listAgents(api, signal), enabled });
}
