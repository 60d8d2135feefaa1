import type { Api } from "@/lib/api";
import type { AuditPage } from "@/wire/schema";

const LIMIT = 50;

/** `GET /audit`: a page of changes, newest first. */
export function listAudit(
  api: Api,
  action: string,
  before: string | null,
  signal: AbortSignal,
): Promise<AuditPage> {
  return api<AuditPage>("/audit", {
    query: { action: action || undefined, before: before ?? undefined, limit: LIMIT },
    signal,
  });
}
