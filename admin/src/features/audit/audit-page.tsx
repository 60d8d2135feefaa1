import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import { AlertIcon } from "@/ui/icons";
import { More } from "@/ui/more";
import { Select } from "@/ui/select";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import { listAudit } from "./api/list-audit";
import { AuditRow } from "./audit-row";

/** Who changed what. */
export function AuditPage() {
  const { t, maybe } = useI18n();
  const { api } = useServices();
  const errorText = useErrorText();
  const [search, setSearch] = useSearchParams();
  const action = search.get("action") ?? "";
  const log = useInfiniteQuery({
    queryKey: ["audit", action],
    queryFn: ({ pageParam, signal }) => listAudit(api, action, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    // What was just changed on another page is looked for here.
    staleTime: 0,
  });
  const items = log.data?.pages.flatMap((page) => page.items) ?? [];
  const actions = log.data?.pages[0]?.actions ?? [];

  if (log.isPending) return <SkeletonList rows={6} label={t("audit.loading")} />;
  if (!log.data) {
    return (
      <StatePanel
        alert
        picture={<AlertIcon className="size-7" />}
        title={t("audit.failed")}
        actions={<Button onClick={() => void log.refetch()}>{t("inbox.retry")}</Button>}
      >
        {errorText(toApiError(log.error))}
      </StatePanel>
    );
  }
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-3 px-4 pb-4">
        <p className="max-w-prose text-sm text-pretty text-ink-soft">{t("audit.lead")}</p>
        <Select
          label={t("audit.action")}
          quiet
          value={action}
          onChange={(value) => setSearch(value === "" ? {} : { action: value }, { replace: true })}
          className="w-56 max-sm:w-full"
        >
          <option value="">{t("audit.everything")}</option>
          {actions.map((each) => (
            <option key={each} value={each}>
              {maybe(`audit.actions.${each}`) ?? each}
            </option>
          ))}
        </Select>
      </div>
      {items.length === 0 ? (
        <StatePanel testId="empty" title={t(action === "" ? "audit.empty" : "audit.nothing")}>
          {t(action === "" ? "audit.emptyText" : "audit.nothingText")}
        </StatePanel>
      ) : (
        <ol aria-label={t("audit.list")} className="border-y border-line">
          {items.map((entry) => (
            <AuditRow key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      {log.hasNextPage && (
        <More
          label={t("audit.more")}
          loading={log.isFetchingNextPage}
          failure={log.isFetchNextPageError ? errorText(toApiError(log.error)) : null}
          load={() => void log.fetchNextPage()}
        />
      )}
    </>
  );
}
