import type { Api } from "@/lib/api";

/** `DELETE /knowledge/documents/{id}`: within a minute no answer is made from it. */
export function deleteDocument(api: Api, id: string): Promise<void> {
  return api<undefined>(`/knowledge/documents/${id}`, { method: "DELETE" });
}
