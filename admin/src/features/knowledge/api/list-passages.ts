import type { Api } from "@/lib/api";
import type { PassagePage } from "@/wire/schema";

/** `GET /knowledge/documents/{id}/passages`: what the agents are given of it, in its order. */
export function listPassages(
  api: Api,
  id: string,
  after: number,
  signal: AbortSignal,
): Promise<PassagePage> {
  return api<PassagePage>(`/knowledge/documents/${id}/passages`, { query: { after }, signal });
}
