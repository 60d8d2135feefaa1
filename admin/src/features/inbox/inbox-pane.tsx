import { Suspense, useEffect, useRef, type RefObject } from "react";
import { useSearchParams } from "react-router";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { withTexts } from "@/lib/i18n/with-texts";
import { selection, unchoose } from "@/lib/selection";
import { useStore } from "@/lib/store";
import type { View } from "@/lib/views";
import { More } from "@/ui/more";
import { SkeletonList } from "@/ui/skeleton";
import { EmptyList, FailedList } from "./list-states";
import { moreLabel } from "./more-label";
import { Rows } from "./rows";
import { ToolsPlace } from "./tools-place";
import { useInbox, useWaitingCount } from "./use-inbox";
import { useListKeys } from "./use-list-keys";
import { ViewTabs } from "./view-tabs";

const Found = withTexts(["finding"], async () => (await import("./finding/found-list")).FoundList);
const Bulk = withTexts(["finding"], async () => (await import("./finding/bulk-bar")).BulkBar);

interface InboxPaneProps {
  view: View;
  conversationId: string | undefined;
}

export function InboxPane({ view, conversationId }: InboxPaneProps) {
  const { t } = useI18n();
  const list = useRef<HTMLDivElement>(null);
  const [search] = useSearchParams();
  const { choosing } = useStore(selection);
  const filtered = [...search.keys()].some((name) => name !== "at");
  const props = { view, conversationId, scroller: list };
  useListKeys(list, conversationId);
  // What was chosen in one list is not acted on in another.
  useEffect(() => unchoose, [view, filtered]);
  return (
    <div className="flex h-full flex-col bg-surface">
      <h2 className="sr-only">{t("inbox.title")}</h2>
      <div className="shrink-0">
        <ToolsPlace view={view} wanted={filtered} />
      </div>
      <ViewTabs view={view} />
      <div ref={list} className="min-h-0 grow overflow-y-auto overscroll-contain max-md:pb-14">
        {filtered ? (
          <Suspense fallback={<SkeletonList rows={7} label={t("app.loading")} />}>
            <Found {...props} />
          </Suspense>
        ) : (
          <View key={view} {...props} />
        )}
      </div>
      {choosing && (
        <Suspense fallback={null}>
          <Bulk list={list} />
        </Suspense>
      )}
    </div>
  );
}

interface ListProps extends InboxPaneProps {
  scroller: RefObject<HTMLElement | null>;
}

function View({ view, conversationId, scroller }: ListProps) {
  const { t } = useI18n();
  const waiting = useWaitingCount();
  const { data, error, isPending, refetch, ...query } = useInbox(view);

  if (isPending) return <SkeletonList rows={7} label={t("app.loading")} />;
  if (!data) return <FailedList error={toApiError(error)} retry={() => void refetch()} />;
  if (data.length === 0) return <EmptyList view={view} waiting={waiting} />;
  const label = t("inbox.list", { view: t(`inbox.views.${view}`) });
  return (
    <>
      <Rows {...{ view, label, scroller, conversationId }} items={data} />
      {query.hasNextPage && (
        <More
          key={data.length}
          label={t(moreLabel(query))}
          loading={query.isFetchingNextPage}
          failure={query.isFetchNextPageError ? t("inbox.moreFailed") : null}
          load={() => void query.fetchNextPage()}
        />
      )}
    </>
  );
}
