import type { Api } from "@/lib/api";
import type { SiteDetail, SitePatch } from "@/wire/schema";

/** `PATCH /sites/{site_id}`: what is not named stays. */
export function changeSite(api: Api, id: string, body: SitePatch): Promise<SiteDetail> {
  return api<SiteDetail>(`/sites/${id}`, { method: "PATCH", body });
}
