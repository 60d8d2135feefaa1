import type { Api } from "@/lib/api";
import type { Case, CaseList, CasePut, CaseRun, CaseTrace, DocumentList } from "@/wire/schema";

const pathOf = (siteId: string) => `/sites/${encodeURIComponent(siteId)}/cases`;

export const casesKey = (siteId: string) => ["cases", siteId] as const;

/** `GET /sites/{id}/cases`: all of a site, with what came of them, and the last runs. */
export function listCases(api: Api, siteId: string, signal: AbortSignal): Promise<CaseList> {
  return api<CaseList>(pathOf(siteId), { signal });
}

/** `PUT /sites/{id}/cases/{case}`: the id is ours, so what is sent twice is kept once. */
export function putCase(api: Api, siteId: string, id: string, body: CasePut): Promise<Case> {
  return api<Case>(`${pathOf(siteId)}/${id}`, { method: "PUT", body });
}

/** `DELETE /sites/{id}/cases/{case}`. */
export function deleteCase(api: Api, siteId: string, id: string): Promise<undefined> {
  return api<undefined>(`${pathOf(siteId)}/${id}`, { method: "DELETE" });
}

/** `GET /sites/{id}/cases/{case}/trace`: the answer it was judged by. */
export function getCaseTrace(api: Api, siteId: string, id: string, signal: AbortSignal): Promise<CaseTrace> {
  return api<CaseTrace>(`${pathOf(siteId)}/${id}/trace`, { signal });
}

/** `POST /sites/{id}/cases/runs`: without ids all are run. */
export function startRun(api: Api, siteId: string, ids: readonly string[]): Promise<CaseRun> {
  return api<CaseRun>(`${pathOf(siteId)}/runs`, { method: "POST", body: { case_ids: ids } });
}

/** `POST /sites/{id}/cases/runs/{run}/stop`. */
export function stopRun(api: Api, siteId: string, id: string): Promise<CaseRun> {
  return api<CaseRun>(`${pathOf(siteId)}/runs/${id}/stop`, { method: "POST", body: {} });
}

/** `GET /knowledge/documents`: what an answer may be expected to cite. */
export function citable(api: Api, siteKey: string, signal: AbortSignal): Promise<DocumentList> {
  return api<DocumentList>("/knowledge/documents", { query: { site_key: siteKey }, signal });
}
