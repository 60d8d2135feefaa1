import type { Api } from "@/lib/api";
import type { Query } from "@/lib/request";
import type { EpisodePage } from "@/wire/schema";

/** `GET /analytics/episodes`: what stands behind a number, newest first. */
export function listEpisodes(
  api: Api,
  query: Query,
  before: string | null,
  signal: AbortSignal,
): Promise<EpisodePage> {
  return api<EpisodePage>("/analytics/episodes", {
    query: { ...query, before: before ?? undefined },
    signal,
  });
}
