import type { Api } from "@/lib/api";
import type {
  RetentionInfo,
  RetentionPreview,
  RetentionPut,
  VisitorPage,
  VisitorRequestInfo,
  VisitorRequestPage,
} from "@/wire/schema";

const LIMIT = 10;

/** `GET /visitors`: those whom a text names. */
export function findVisitors(api: Api, text: string, signal: AbortSignal): Promise<VisitorPage> {
  return api<VisitorPage>("/visitors", { query: { text, limit: LIMIT }, signal });
}

/** `POST /visitors/{id}/export`. */
export function exportVisitor(api: Api, id: string): Promise<VisitorRequestInfo> {
  return api<VisitorRequestInfo>(`/visitors/${id}/export`, { method: "POST" });
}

/** `DELETE /visitors/{id}`. */
export function eraseVisitor(api: Api, id: string): Promise<VisitorRequestInfo> {
  return api<VisitorRequestInfo>(`/visitors/${id}`, { method: "DELETE" });
}

/** `GET /visitors/requests`: a page, newest first. */
export function listRequests(api: Api, before: string | null, signal: AbortSignal): Promise<VisitorRequestPage> {
  return api<VisitorRequestPage>("/visitors/requests", { query: { before: before ?? undefined, limit: LIMIT }, signal });
}

/** `PUT /retention/{site}`. */
export function putRetention(api: Api, siteId: string, body: RetentionPut): Promise<RetentionInfo> {
  return api<RetentionInfo>(`/retention/${siteId}`, { method: "PUT", body });
}

/** `POST /retention/{site}/preview`. */
export function previewRetention(api: Api, siteId: string, body: RetentionPut): Promise<RetentionPreview> {
  return api<RetentionPreview>(`/retention/${siteId}/preview`, { method: "POST", body });
}
