import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo, type RefObject } from "react";
import { useSearchParams } from "react-router";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useVisitorNames } from "@/lib/i18n/use-visitor-names";
import { useServices } from "@/lib/services";
import type { View } from "@/lib/views";
import { FOUND } from "@/realtime/inbox";
import { useRealtime } from "@/realtime/realtime";
import { SearchIcon } from "@/ui/icons";
import { More } from "@/ui/more";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import type { ConversationPage, ConversationSummary, SearchHit } from "@/wire/schema";
import { FailedList } from "../list-states";
import { moreLabel } from "../more-label";
import { Rows } from "../rows";
import { Excerpt } from "./excerpt";
import { readFilters, toQuery } from "./filters";

/** Rows that fill the screen: of a search that goes on, a page may bring fewer. */
const ENOUGH = 12;
const REFRESH_MS = 5_000;
/** A list that is longer is not asked for anew with every change. */
const REFRESHED_PAGES = 2;

interface FoundListProps {
  view: View;
  conversationId: string | undefined;
  scroller: RefObject<HTMLElement | null>;
}

/** Conversations by filters and by words. */
export function FoundList({ view, conversationId, scroller }: FoundListProps) {
  const { t } = useI18n();
  const [search] = useSearchParams();
  const filters = readFilters(search);
  const searching = filters.q !== "";
  const { items, hits, query } = useFound(view, search);
  const { data, error, isPending, hasNextPage, isFetchingNextPage, isFetchNextPageError } = query;

  if (isPending) return <SkeletonList rows={7} label={t("finding.looking")} />;
  if (!data) return <FailedList error={toApiError(error)} retry={() => void query.refetch()} />;
  if (items.length === 0 && hasNextPage && !isFetchNextPageError) {
    return <SkeletonList rows={7} label={t("finding.looking")} />;
  }
  if (items.length === 0 && !hasNextPage) {
    return (
      <StatePanel
        testId="nothing-found"
        picture={<SearchIcon className="size-7" />}
        title={t(searching ? "finding.nothing" : "finding.none")}
      >
        {searching ? t("finding.nothingText", { q: filters.q }) : t("finding.noneText")}
      </StatePanel>
    );
  }
  return (
    <>
      <p role="status" className="sr-only">
        {t("finding.found", { count: items.length })}
      </p>
      <Rows
        // Rows of a search are higher: what was measured of others does not hold.
        key={searching ? "search" : "list"}
        {...{ view, scroller, conversationId, items }}
        label={t("finding.list")}
        {...(searching && {
          found: (id: string) => {
            const hit = hits.get(id);
            return { shown: <Excerpt hit={hit} summary={items.find((item) => item.id === id)} />, at: hit ? String(hit.seq) : "" };
          },
        })}
      />
      {hasNextPage && (
        <More
          key={items.length}
          label={t(moreLabel(query))}
          loading={isFetchingNextPage}
          failure={isFetchNextPageError ? t("inbox.moreFailed") : null}
          load={() => void query.fetchNextPage()}
        />
      )}
    </>
  );
}

function useFound(view: View, search: URLSearchParams) {
  const { api } = useServices();
  const { inbox } = useRealtime();
  const names = useVisitorNames();
  const filters = readFilters(search);
  const asked = toQuery(view, { ...filters, q: names.asked(filters.q) });
  const searching = filters.q !== "";

  const query = useInfiniteQuery({
    queryKey: [...FOUND, asked],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const mark = inbox.mark();
      const page = await api<ConversationPage>("/conversations", {
        query: { ...asked, before: pageParam ?? undefined, limit: searching ? 25 : 50 },
        signal,
      });
      return inbox.adopt(page, mark);
    },
    getNextPageParam: (page) => page.next,
  });

  const { data, refetch, hasNextPage, isFetching, isError, fetchNextPage } = query;
  const items = useMemo(() => unique(data?.pages ?? []), [data]);
  const hits = useMemo(
    () => new Map<string, SearchHit>(data?.pages.flatMap((page) => page.hits.map((hit) => [hit.conversation_id, hit] as const))),
    [data],
  );

  const goesOn = hasNextPage && !isFetching && !isError && items.length < ENOUGH;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage, data]);

  const refreshed = !searching && (data?.pages.length ?? 0) <= REFRESHED_PAGES;
  useEffect(() => {
    if (!refreshed) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Rows change by themselves; what enters and leaves, only the server can say.
    const stop = inbox.onUpdated(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void refetch();
      }, REFRESH_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [refreshed, inbox, refetch]);

  return { items, hits, query };
}

function unique(pages: readonly ConversationPage[]): ConversationSummary[] {
  return [...new Map(pages.flatMap((page) => page.items).map((item) => [item.id, item])).values()];
}
