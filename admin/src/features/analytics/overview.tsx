import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useI18n } from "@/lib/i18n/i18n";
import { paths } from "@/lib/paths";
import { useServices } from "@/lib/services";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import { getSummary } from "./api/get-summary";
import { DaysChart } from "./days-chart";
import { Essentials } from "./essentials";
import { Failed } from "./failed";
import { HoursMap } from "./hours-map";
import { Sides } from "./sides";
import { queryOf, writeSlice } from "./slice";
import { SliceBar } from "./slice-bar";
import { useSlice } from "./use-slice";

/** What became of the requests of some days. */
export function Overview() {
  const { t, locale } = useI18n();
  const { api } = useServices();
  const { slice, change } = useSlice();
  const query = queryOf(slice);
  const summary = useQuery({
    queryKey: ["analytics", "summary", query, locale],
    queryFn: ({ signal }) => getSummary(api, query, signal),
    placeholderData: keepPreviousData,
  });
  const open = (more: Readonly<Record<string, string>>) => {
    const search = writeSlice(slice);
    if (more.since !== undefined) search.delete("days");
    for (const [name, value] of Object.entries(more)) search.set(name, value);
    return `${paths.analyticsEpisodes()}?${search.toString()}`;
  };
  const { data } = summary;

  return (
    <>
      <SliceBar slice={slice} change={change} />
      {summary.isPending && <SkeletonList rows={6} label={t("analytics.loading")} />}
      {summary.isError && !data && <Failed error={summary.error} retry={() => void summary.refetch()} />}
      {data && (
        <div aria-busy={summary.isPlaceholderData} className={summary.isPlaceholderData ? "opacity-60" : ""}>
          {data.pending > 0 && (
            <p role="status" className="px-4 pb-2 text-xs text-ink-faint">
              {t("analytics.pending", { count: data.pending })}
            </p>
          )}
          {data.totals.episodes === 0 ? (
            <StatePanel testId="empty" title={t("analytics.empty")}>
              {t("analytics.emptyText")}
            </StatePanel>
          ) : (
            <>
              <Essentials summary={data} open={(measure) => open({ measure })} />
              <DaysChart days={data.days} open={(day, measure) => open({ since: day, until: day, ...(measure && { measure }) })} />
              <HoursMap
                hours={data.hours}
                open={(weekday, hour) => open({ weekday: String(weekday), hour: String(hour) })}
              />
              <Sides summary={data} open={open} />
            </>
          )}
        </div>
      )}
    </>
  );
}
