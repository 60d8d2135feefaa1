import type { Api } from "@/lib/api";
import type { CorrectionInfo, CorrectionPage, CorrectionState } from "@/wire/schema";

const LIMIT = 30;

export interface CorrectionQuery {
  readonly site_id: string;
  readonly state: string;
  readonly kind: string;
  readonly agent: string;
}

/** `GET /corrections`: a page, newest first. */
export function listCorrections(
  api: Api,
  query: CorrectionQuery,
  before: string | null,
  signal: AbortSignal,
): Promise<CorrectionPage> {
  const chosen = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));
  return api<CorrectionPage>("/corrections", {
    query: { ...chosen, before: before ?? undefined, limit: LIMIT },
    signal,
  });
}

/** `PATCH /corrections/{id}`: out of use, or back into it. */
export function setCorrectionState(api: Api, id: string, state: CorrectionState): Promise<CorrectionInfo> {
  return api<CorrectionInfo>(`/corrections/${id}`, { method: "PATCH", body: { state } });
}
