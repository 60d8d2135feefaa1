import type { Api } from "@/lib/api";
import type { IdentityKeyAdd, SiteDetail } from "@/wire/schema";

/** `POST /sites/{site_id}/identity-keys`: a public key, PEM or JWK. */
export function addKey(api: Api, id: string, body: IdentityKeyAdd): Promise<SiteDetail> {
  return api<SiteDetail>(`/sites/${id}/identity-keys`, { method: "POST", body });
}

/** `DELETE /sites/{site_id}/identity-keys/{key_id}`. */
export function removeKey(api: Api, id: string, key: string): Promise<SiteDetail> {
  return api<SiteDetail>(`/sites/${id}/identity-keys/${key}`, { method: "DELETE" });
}
