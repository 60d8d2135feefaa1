import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { useAgents } from "@/lib/agents";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import { AlertIcon } from "@/ui/icons";
import { More } from "@/ui/more";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import { listCorrections, type CorrectionQuery } from "./api/corrections";
import { CorrectionFilters } from "./correction-filters";
import { CorrectionRow } from "./correction-row";
import { Exports } from "./exports";

/** What operators said against answers: looked through, edited, discarded, taken along. */
export function CorrectionsPage() {
  const { t } = useI18n();
  const { api } = useServices();
  const errorText = useErrorText();
  const agents = useAgents().data?.items ?? [];
  const [search] = useSearchParams();
  const query: CorrectionQuery = {
    site_id: search.get("site") ?? "",
    state: search.get("state") ?? "active",
    kind: search.get("kind") ?? "",
    agent: search.get("agent") ?? "",
  };
  const list = useInfiniteQuery({
    queryKey: ["corrections", query],
    queryFn: ({ pageParam, signal }) => listCorrections(api, query, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    staleTime: 0,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const isFiltered = query.kind !== "" || query.agent !== "" || query.site_id !== "" || query.state !== "active";

  return (
    <>
      <p className="max-w-prose px-4 text-sm text-pretty text-ink-soft">{t("corrections.lead")}</p>
      <Exports agents={agents} siteId={query.site_id} />
      <CorrectionFilters agents={agents} query={query} />
      {list.isPending ? (
        <SkeletonList rows={5} label={t("corrections.loading")} />
      ) : !list.data ? (
        <StatePanel
          alert
          picture={<AlertIcon className="size-7" />}
          title={t("corrections.failed")}
          actions={<Button onClick={() => void list.refetch()}>{t("inbox.retry")}</Button>}
        >
          {errorText(toApiError(list.error))}
        </StatePanel>
      ) : items.length === 0 ? (
        <StatePanel testId="empty" title={t(isFiltered ? "corrections.nothing" : "corrections.empty")}>
          {t(isFiltered ? "corrections.nothingText" : "corrections.emptyText")}
        </StatePanel>
      ) : (
        <ol aria-label={t("corrections.list")} className="border-y border-line">
          {items.map((each) => (
            <CorrectionRow key={each.id} correction={each} />
          ))}
        </ol>
      )}
      {list.hasNextPage && (
        <More
          label={t("corrections.more")}
          loading={list.isFetchingNextPage}
          failure={list.isFetchNextPageError ? errorText(toApiError(list.error)) : null}
          load={() => void list.fetchNextPage()}
        />
      )}
    </>
  );
}
