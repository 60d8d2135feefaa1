import type { Api } from "@/lib/api";

/** `POST /sites/{site_id}/deletion`: the name says that this very site is meant. */
export function deleteSite(api: Api, id: string, name: string): Promise<void> {
  return api<undefined>(`/sites/${id}/deletion`, { method: "POST", body: { name } });
}
