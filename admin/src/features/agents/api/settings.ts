import type { Api } from "@/lib/api";
import type {
  AgentCopy,
  AgentCreate,
  AgentPreview,
  AgentPreviewRequest,
  AgentPut,
  AgentSettings,
  AgentSettingsList,
} from "@/wire/schema";

const of = (siteId: string, slug: string) => `/agents/${siteId}/${slug}`;

/** `GET /agents/{site_id}`: all agents of a site, and what answers can be written with. */
export function listSettings(api: Api, siteId: string, signal: AbortSignal): Promise<AgentSettingsList> {
  return api<AgentSettingsList>(`/agents/${siteId}`, { signal });
}

/** `POST /agents/{site_id}`: the last of its site. */
export function createAgent(api: Api, siteId: string, body: AgentCreate): Promise<AgentSettings> {
  return api<AgentSettings>(`/agents/${siteId}`, { method: "POST", body });
}

/** `PUT /agents/{site_id}/{slug}`: refused when somebody has changed it since `version`. */
export function putAgent(api: Api, siteId: string, slug: string, body: AgentPut): Promise<AgentSettings> {
  return api<AgentSettings>(of(siteId, slug), { method: "PUT", body });
}

/** `PUT /agents/{site_id}/{slug}/enabled`. */
export function switchAgent(api: Api, siteId: string, slug: string, enabled: boolean): Promise<AgentSettings> {
  return api<AgentSettings>(`${of(siteId, slug)}/enabled`, { method: "PUT", body: { enabled } });
}

/** `PUT /agents/{site_id}`: the order of all its agents. */
export function orderAgents(api: Api, siteId: string, order: readonly string[]): Promise<AgentSettingsList> {
  return api<AgentSettingsList>(`/agents/${siteId}`, { method: "PUT", body: { order } });
}

/** `DELETE /agents/{site_id}/{slug}`: `confirm` is its name. */
export function deleteAgent(api: Api, siteId: string, slug: string, confirm: string): Promise<void> {
  return api<undefined>(of(siteId, slug), { method: "DELETE", query: { confirm } });
}

/** `POST /agents/{site_id}/{slug}/copy`. */
export function copyAgent(api: Api, siteId: string, slug: string, body: AgentCopy): Promise<AgentSettings> {
  return api<AgentSettings>(`${of(siteId, slug)}/copy`, { method: "POST", body });
}

/** `POST /agents/{site_id}/{slug}/preview`: the rules of a draft; nothing is kept. */
export function previewRules(
  api: Api,
  siteId: string,
  slug: string,
  body: AgentPreviewRequest,
): Promise<AgentPreview> {
  return api<AgentPreview>(`${of(siteId, slug)}/preview`, { method: "POST", body });
}
