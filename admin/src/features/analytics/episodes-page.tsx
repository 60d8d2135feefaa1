import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { toApiError } from "@/lib/api-error";
import { fetchFile } from "@/lib/fetch-file";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { paths } from "@/lib/paths";
import { useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import { DownloadIcon } from "@/ui/icons";
import { More } from "@/ui/more";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import { useToast } from "@/ui/toaster";
import { listEpisodes } from "./api/list-episodes";
import { useBack } from "./behind";
import { EpisodeRow } from "./episode-row";
import { Failed } from "./failed";
import { measureOf, tookIn } from "./measure";
import { Narrowed } from "./narrowed";
import { queryOf, writeSlice } from "./slice";
import { SliceBar } from "./slice-bar";
import { useSlice } from "./use-slice";

/** What else a number may be about, as the address says it. */
const NARROWER = ["operator_id", "reason", "weekday", "hour"] as const;

/** The requests behind a number, each with the way to its conversation. */
export function EpisodesPage() {
  const { t } = useI18n();
  const { api, session } = useServices();
  const toast = useToast();
  const errorText = useErrorText();
  const { slice, change, search } = useSlice();
  const back = useBack() ?? `?${writeSlice(slice).toString()}`;
  const [saving, setSaving] = useState(false);
  const measure = measureOf(search.get("measure"));
  const query = {
    ...queryOf(slice),
    ...Object.fromEntries(NARROWER.map((name) => [name, search.get(name) ?? undefined])),
    measure,
  };
  const list = useInfiniteQuery({
    queryKey: ["analytics", "episodes", query],
    queryFn: ({ pageParam, signal }) => listEpisodes(api, query, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];

  function save(): void {
    setSaving(true);
    fetchFile(session, "/analytics/episodes.csv", query, `otvet-${measure}.csv`)
      .catch((error: unknown) => toast({ text: `${t("analytics.exportFailed")} ${errorText(toApiError(error))}` }))
      .finally(() => setSaving(false));
  }

  return (
    <>
      <SliceBar slice={slice} change={change} />
      <div className="flex flex-wrap items-center justify-between gap-2 border-b border-line px-4 pb-3">
        <div className="min-w-0">
          <h2 className="text-sm font-semibold">{t(`analytics.measures.${measure}`)}</h2>
          <Narrowed search={search} measure={measure} person={items[0]?.operator_name ?? null} />
        </div>
        <span className="flex flex-wrap gap-2">
          <Link
            to={paths.analytics() + back}
            className="inline-flex h-8 items-center rounded-md px-3 text-sm font-medium text-ink-soft hover:bg-hover pointer-coarse:h-10"
          >
            {t("analytics.episodes.back")}
          </Link>
          <Button disabled={saving || items.length === 0} onClick={save}>
            <DownloadIcon />
            {t("analytics.export")}
          </Button>
        </span>
      </div>
      {list.isPending && <SkeletonList rows={6} label={t("analytics.loading")} />}
      {list.isError && !list.data && <Failed error={list.error} retry={() => void list.refetch()} />}
      {list.data && items.length === 0 && <StatePanel testId="empty" title={t("analytics.episodes.empty")} />}
      {items.length > 0 && (
        <ol aria-label={t("analytics.episodes.list")} className="border-b border-line">
          {items.map((item) => (
            <EpisodeRow
              key={`${item.conversation_id}.${item.ordinal}`}
              episode={item}
              tookMs={tookIn(item, measure)}
            />
          ))}
        </ol>
      )}
      {list.hasNextPage && (
        <More
          label={t("analytics.episodes.more")}
          loading={list.isFetchingNextPage}
          failure={list.isFetchNextPageError ? errorText(toApiError(list.error)) : null}
          load={() => void list.fetchNextPage()}
        />
      )}
    </>
  );
}
