import type { Api } from "@/lib/api";
import type { SiteList } from "@/wire/schema";

/** `GET /sites`: the administrator's sites, disabled ones too. */
export function listSites(api: Api, signal: AbortSignal): Promise<SiteList> {
  return api<SiteList>("/sites", { signal });
}
