import { useInfiniteQuery, useQueries, type UseQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import { useAgents } from "@/lib/agents";
import { useI18n } from "@/lib/i18n/i18n";
import { useServices } from "@/lib/services";
import type { DocumentInfo, WebSourceInfo } from "@/wire/schema";
import { listDocuments } from "./api/list-documents";
import { listPassages } from "./api/list-passages";
import { listSources } from "./api/list-sources";
import { isUnderWay, sitesOf, type Of, type Site } from "./knowledge";

// Changes are told as they happen; what was not heard is asked for by and by.
const BUSY_MS = 3_000;
const IDLE_MS = 20_000;
/** A long list is asked for less often: it is sent whole. */
const MS_PER_ITEM = 5;

/** What was wrong with them is said in the reader's language, so they are kept by language. */
export const DOCUMENTS = "documents";
export const SOURCES = "sources";
export const DELETED = "deleted-documents";

interface Lists<T> {
  readonly lists: readonly (readonly T[] | undefined)[];
  readonly isPending: boolean;
  readonly error: Error | null;
}

/** Documents and web sources of all the operator's sites, asked for again while they change. */
export function useKnowledge() {
  const { api } = useServices();
  const { locale } = useI18n();
  const agents = useAgents();
  const sites = useMemo(() => sitesOf(agents.data?.items ?? []), [agents.data]);

  const sources = useQueries({
    queries: sites.map((site) => ({
      queryKey: [SOURCES, site.key, locale],
      queryFn: ({ signal }: { signal: AbortSignal }) => listSources(api, site.key, signal),
      refetchInterval: (query: Asked<WebSourceInfo>) => pace(query),
    })),
    combine: combineSources,
  });
  const isReading = sources.lists.some((list) => list?.some(isUnderWay));
  const documents = useQueries({
    queries: sites.map((site) => ({
      queryKey: [DOCUMENTS, site.key, locale],
      queryFn: ({ signal }: { signal: AbortSignal }) => listDocuments(api, site.key, signal),
      refetchInterval: (query: Asked<DocumentInfo>) => pace(query, isReading),
    })),
    combine: combineDocuments,
  });

  return {
    sites,
    documents: useMemo(() => flat(sites, documents.lists), [sites, documents.lists]),
    sources: useMemo(() => flat(sites, sources.lists), [sites, sources.lists]),
    isPending: agents.isPending || documents.isPending || sources.isPending,
    error: agents.data ? (documents.error ?? sources.error) : agents.error,
  };
}

/** The passages of a document, page by page; asked for anew when they were made anew. */
export function usePassages({ id, version, passages }: DocumentInfo) {
  const { api } = useServices();
  return useInfiniteQuery({
    queryKey: ["passages", id, version, passages],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) => listPassages(api, id, pageParam, signal),
    getNextPageParam: (page) => page.next,
  });
}

interface Asked<T> {
  state: { data: { items: readonly T[] } | undefined };
}

function pace<T extends DocumentInfo | WebSourceInfo>(query: Asked<T>, isBusy = false): number {
  const items = query.state.data?.items ?? [];
  return isBusy || items.some(isUnderWay) ? BUSY_MS + items.length * MS_PER_ITEM : IDLE_MS;
}

function combine<T>(results: readonly UseQueryResult<{ items: readonly T[] }>[]): Lists<T> {
  return {
    lists: results.map((result) => result.data?.items),
    isPending: results.some((result) => result.isPending),
    // What is shown already stays when it could not be asked for again.
    error: results.find((result) => result.isError && result.data === undefined)?.error ?? null,
  };
}

// Named, for a function that is made at every render would be run at every render.
const combineSources = (results: UseQueryResult<{ items: readonly WebSourceInfo[] }>[]) => combine(results);
const combineDocuments = (results: UseQueryResult<{ items: readonly DocumentInfo[] }>[]) => combine(results);

function flat<T>(sites: readonly Site[], lists: Lists<T>["lists"]): readonly Of<T>[] {
  return sites.flatMap((site, place) => lists[place]?.map((item) => ({ site, item })) ?? []);
}
