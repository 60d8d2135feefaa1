import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { formatDate } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import { Skeleton } from "@/ui/skeleton";
import { StatusMark } from "@/ui/status-mark";
import type { EarlierPage } from "@/wire/schema";
import { reasonKey } from "../closing/reasons";
import { Section } from "@/assist/trace/section";

interface EarlierConversationsProps {
  conversationId: string;
  pathOf: (conversationId: string) => string;
}

/** What the same visitor asked before, newest first. */
export function EarlierConversations({ conversationId, pathOf }: EarlierConversationsProps) {
  const { t, locale } = useI18n();
  const { api } = useServices();
  const { data, isError, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ["earlier", conversationId],
    queryFn: ({ pageParam, signal }) =>
      api<EarlierPage>(`/conversations/${encodeURIComponent(conversationId)}/earlier`, {
        query: { before: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const items = data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <Section title={t("talk.visitor.earlier")}>
      {!data && !isError && <Skeleton className="h-4 w-4/5" />}
      {isError && (
        <p role="alert" className="flex items-center gap-2 text-sm text-ink-soft">
          <span className="grow">{t("talk.visitor.failed")}</span>
          <Button onClick={() => void refetch()}>{t("inbox.retry")}</Button>
        </p>
      )}
      {data && items.length === 0 && <p className="text-sm text-ink-soft">{t("talk.visitor.noEarlier")}</p>}
      <ul className="-mx-2">
        {items.map((item) => (
          <li key={item.id}>
            <Link to={pathOf(item.id)} className="block rounded-md px-2 py-1.5 hover:bg-hover">
              <span className="line-clamp-2 text-sm">{item.question ?? t("talk.visitor.noQuestion")}</span>
              <span className="flex items-center gap-1.5 text-xs text-ink-faint">
                <StatusMark status={item.status} label="" className="[&_svg]:size-3.5" />
                {[
                  t(`status.${item.status}`),
                  item.close_reason != null && t(reasonKey(item.close_reason)),
                  formatDate(locale, item.created_at),
                  item.score != null && t("talk.visitor.score", { score: item.score }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button look="ghost" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("talk.visitor.more")}
        </Button>
      )}
    </Section>
  );
}
