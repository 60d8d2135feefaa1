import { useEffect, useRef } from "react";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useOperator } from "@/lib/services";
import type { View } from "@/lib/views";
import { Button } from "@/ui/button";
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
          loading={query.isFetchingNextPage}
          failed={query.isFetchNextPageError}
          load={() => void query.fetchNextPage()}
        />
      )}
    </>
  );
}

interface MoreProps {
  loading: boolean;
  failed: boolean;
  load: () => void;
}

/** The next page comes when the end of this one is near; the button is for those who do not scroll. */
function More({ loading, failed, load }: MoreProps) {
  const { t } = useI18n();
  const element = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const target = element.current;
    if (!target || loading || failed) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) load();
      },
      { rootMargin: "400px" },
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [loading, failed, load]);

  return (
    <div ref={element} className="flex flex-col items-center gap-2 p-4 text-sm text-ink-faint">
      {failed && <p role="alert">{t("inbox.moreFailed")}</p>}
      <Button look="ghost" disabled={loading} onClick={load}>
        {t(loading ? "inbox.loadingMore" : failed ? "inbox.retry" : "inbox.loadMore")}
      </Button>
    </div>
  );
}
