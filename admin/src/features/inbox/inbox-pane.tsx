import { useRef } from "react";
import { toApiError } from "@/lib/api-error";
import { useI18n, type TextKey } from "@/lib/i18n/i18n";
import { useOperator } from "@/lib/services";
import type { View } from "@/lib/views";
import { More } from "@/ui/more";
import { SkeletonList } from "@/ui/skeleton";
import { ConversationRow } from "./conversation-row";
import { EmptyList, FailedList } from "./list-states";
import { useInbox, useWaitingCount } from "./use-inbox";
import { useListKeys } from "./use-list-keys";
import { ViewTabs } from "./view-tabs";

interface InboxPaneProps {
  view: View;
  conversationId: string | undefined;
}

export function InboxPane({ view, conversationId }: InboxPaneProps) {
  const { t } = useI18n();
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list, conversationId);
  return (
    <div className="flex h-full flex-col bg-surface">
      <h2 className="flex h-12 shrink-0 items-center px-4 text-lg font-semibold tracking-tight">
        {t("inbox.title")}
      </h2>
      <ViewTabs view={view} />
      <div ref={list} className="min-h-0 grow overflow-y-auto overscroll-contain max-md:pb-14">
        <Rows key={view} view={view} conversationId={conversationId} />
      </div>
    </div>
  );
}

function Rows({ view, conversationId }: InboxPaneProps) {
  const { t } = useI18n();
  const operator = useOperator();
  const waiting = useWaitingCount();
  const { data, error, isPending, refetch, ...query } = useInbox(view);

  if (isPending) return <SkeletonList rows={7} label={t("app.loading")} />;
  if (!data) return <FailedList error={toApiError(error)} retry={() => void refetch()} />;
  if (data.length === 0) return <EmptyList view={view} waiting={waiting} />;
  return (
    <>
      <ul aria-label={t("inbox.list", { view: t(`inbox.views.${view}`) })}>
        {data.map((summary) => (
          <ConversationRow
            key={summary.id}
            view={view}
            summary={summary}
            current={summary.id === conversationId}
            operatorId={operator.id}
          />
        ))}
      </ul>
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

function moreLabel(query: { isFetchingNextPage: boolean; isFetchNextPageError: boolean }): TextKey {
  if (query.isFetchingNextPage) return "inbox.loadingMore";
  return query.isFetchNextPageError ? "inbox.retry" : "inbox.loadMore";
}
