import type { Api } from "@/lib/api";
import type { DocumentInfo, DocumentPut } from "@/wire/schema";

/** `PUT /knowledge/documents`: a whole document; one of the same name is replaced. */
export function putDocument(api: Api, body: DocumentPut): Promise<DocumentInfo> {
  return api<DocumentInfo>("/knowledge/documents", { method: "PUT", body });
}
