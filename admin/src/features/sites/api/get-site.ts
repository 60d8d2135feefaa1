import type { Api } from "@/lib/api";
import type { SiteDetail } from "@/wire/schema";

/** `GET /sites/{site_id}`. */
export function getSite(api: Api, id: string, signal: AbortSignal): Promise<SiteDetail> {
  return api<SiteDetail>(`/sites/${id}`, { signal });
}
