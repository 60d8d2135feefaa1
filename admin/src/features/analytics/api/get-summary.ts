import type { Api } from "@/lib/api";
import type { Query } from "@/lib/request";
import type { AnalyticsSummary } from "@/wire/schema";

/** `GET /analytics/summary`: the numbers of a period and of the one before it. */
export function getSummary(api: Api, query: Query, signal: AbortSignal): Promise<AnalyticsSummary> {
  return api<AnalyticsSummary>("/analytics/summary", { query, signal });
}
