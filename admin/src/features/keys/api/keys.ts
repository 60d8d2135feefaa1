import type { Api } from "@/lib/api";
import type { ApiKeyCreate, ApiKeyList, ApiKeySecret } from "@/wire/schema";

/** `GET /keys`. */
export function listKeys(api: Api, signal: AbortSignal): Promise<ApiKeyList> {
  return api<ApiKeyList>("/keys", { signal });
}

/** `POST /keys`. */
export function createKey(api: Api, body: ApiKeyCreate): Promise<ApiKeySecret> {
  return api<ApiKeySecret>("/keys", { method: "POST", body });
}

/** `DELETE /keys/{id}`. */
export function revokeKey(api: Api, id: string): Promise<void> {
  return api<undefined>(`/keys/${id}`, { method: "DELETE" });
}
