import type { Api } from "@/lib/api";
import type {
  AnswerPair,
  DeletedDocumentList,
  DocumentDiff,
  DocumentInfo,
  DocumentText,
  DocumentVersionList,
} from "@/wire/schema";

const of = (id: string) => `/knowledge/documents/${id}`;

/** `GET /knowledge/documents/{id}/text`: what a document says now. */
export function getText(api: Api, id: string, signal: AbortSignal): Promise<DocumentText> {
  return api<DocumentText>(`${of(id)}/text`, { signal });
}

/** `PUT /knowledge/documents/{id}/text`: refused when it is no longer at `base`. */
export function putText(api: Api, id: string, text: string, base: number): Promise<DocumentInfo> {
  return api<DocumentInfo>(`${of(id)}/text`, { method: "PUT", body: { text, base } });
}

/** `PUT /knowledge/documents/{id}/answers`: all pairs as one version. */
export function putAnswers(
  api: Api,
  id: string,
  { title, pairs, base }: { title: string; pairs: readonly AnswerPair[]; base: number },
): Promise<DocumentInfo> {
  return api<DocumentInfo>(`${of(id)}/answers`, { method: "PUT", body: { title, pairs, base } });
}

/** `GET /knowledge/documents/{id}/versions`: the newest first. */
export function listVersions(api: Api, id: string, signal: AbortSignal): Promise<DocumentVersionList> {
  return api<DocumentVersionList>(`${of(id)}/versions`, { signal });
}

/** `GET /knowledge/documents/{id}/diff`. */
export function getDiff(
  api: Api,
  id: string,
  before: number,
  after: number,
  signal: AbortSignal,
): Promise<DocumentDiff> {
  return api<DocumentDiff>(`${of(id)}/diff`, { query: { before, after }, signal });
}

/** `POST /knowledge/documents/{id}/roll-back`: a new version of an old text. */
export function rollBack(api: Api, id: string, version: number, base: number): Promise<DocumentInfo> {
  return api<DocumentInfo>(`${of(id)}/roll-back`, { method: "POST", body: { version, base } });
}

/** `PUT /knowledge/documents/{id}/shared`. */
export function shareDocument(api: Api, id: string, shared: boolean): Promise<DocumentInfo> {
  return api<DocumentInfo>(`${of(id)}/shared`, { method: "PUT", body: { shared } });
}

/** `POST /knowledge/documents/{id}/restore`. */
export function restoreDocument(api: Api, id: string): Promise<DocumentInfo> {
  return api<DocumentInfo>(`${of(id)}/restore`, { method: "POST" });
}

/** `GET /knowledge/deleted`: what can come back to a site. */
export function listDeleted(api: Api, siteKey: string, signal: AbortSignal): Promise<DeletedDocumentList> {
  return api<DeletedDocumentList>("/knowledge/deleted", { query: { site_key: siteKey }, signal });
}

/** `DELETE /knowledge/deleted/{id}`: gone for good. */
export function forgetDocument(api: Api, id: string): Promise<void> {
  return api<undefined>(`/knowledge/deleted/${id}`, { method: "DELETE" });
}

/** `DELETE /knowledge/sites/{id}`: with the pages that no other place has. */
export function removeSource(api: Api, id: string): Promise<void> {
  return api<undefined>(`/knowledge/sites/${id}`, { method: "DELETE" });
}
