import type { Api } from "@/lib/api";
import type { WebSourceList } from "@/wire/schema";

/** `GET /knowledge/sites`: the places on the web that a site learns from. */
export function listSources(api: Api, site_key: string, signal: AbortSignal): Promise<WebSourceList> {
  return api<WebSourceList>("/knowledge/sites", { query: { site_key }, signal });
}
