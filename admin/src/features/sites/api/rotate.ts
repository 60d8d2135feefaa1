import type { Api } from "@/lib/api";
import type { IdentitySecret, SiteDetail } from "@/wire/schema";

/** `POST /sites/{site_id}/key`: the old key is good for some hours more. */
export function rotateKey(api: Api, id: string, grace_hours: number): Promise<SiteDetail> {
  return api<SiteDetail>(`/sites/${id}/key`, { method: "POST", body: { grace_hours } });
}

/** `POST /sites/{site_id}/identity-secret`: the secret is told this once. */
export function rotateSecret(api: Api, id: string, grace_hours: number): Promise<IdentitySecret> {
  return api<IdentitySecret>(`/sites/${id}/identity-secret`, { method: "POST", body: { grace_hours } });
}
