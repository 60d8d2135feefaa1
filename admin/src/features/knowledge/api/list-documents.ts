import type { Api } from "@/lib/api";
import type { DocumentList } from "@/wire/schema";

/** `GET /knowledge/documents`: all documents of a site, and how far each has come. */
export function listDocuments(api: Api, site_key: string, signal: AbortSignal): Promise<DocumentList> {
  return api<DocumentList>("/knowledge/documents", { query: { site_key }, signal });
}
