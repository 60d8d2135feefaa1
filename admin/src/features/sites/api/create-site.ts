import type { Api } from "@/lib/api";
import type { SiteCreate, SiteDetail } from "@/wire/schema";

/** `POST /sites`. */
export function createSite(api: Api, body: SiteCreate): Promise<SiteDetail> {
  return api<SiteDetail>("/sites", { method: "POST", body });
}
