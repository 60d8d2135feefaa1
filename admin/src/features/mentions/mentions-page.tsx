import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { Link } from "react-router";
import { toApiError } from "@/lib/api-error";
import { useNow } from "@/lib/clock";
import { formatMoment } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useVisitorNames } from "@/lib/i18n/use-visitor-names";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { paths } from "@/lib/paths";
import { useServices } from "@/lib/services";
import { mentionsKey } from "@/realtime/beside";
import { Avatar } from "@/ui/avatar";
import { Button } from "@/ui/button";
import { AlertIcon, NoteIcon } from "@/ui/icons";
import { More } from "@/ui/more";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import type { MentionPage, UnseenCount } from "@/wire/schema";

/** The notes in which one was mentioned; what is shown here counts as seen when one comes again. */
export function MentionsPage() {
  const { t } = useI18n();
  return (
    <main className="flex min-w-0 grow md:pt-2">
      <title>{`${t("mentions.title")} · ${t("app.name")}`}</title>
      <div className="min-w-0 grow overflow-y-auto overscroll-contain border-line bg-surface max-md:pb-14 md:rounded-tl-xl md:border-t md:border-l">
        <div className="mx-auto max-w-3xl">
          <h1 className="flex h-12 items-center px-4 text-lg font-semibold tracking-tight">{t("mentions.title")}</h1>
          <MentionList />
        </div>
      </div>
    </main>
  );
}

function MentionList() {
  const { t, locale } = useI18n();
  const { api } = useServices();
  const errorText = useErrorText();
  const names = useVisitorNames();
  const now = useNow();
  const { data, error, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, refetch } =
    useInfiniteQuery({
      queryKey: mentionsKey,
      queryFn: ({ pageParam, signal }) =>
        api<MentionPage>("/mentions", { query: { before: pageParam }, signal }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const unseen = items.filter((item) => !item.seen).map((item) => item.note.id);
  const newest = unseen.join();

  useEffect(() => {
    const note_ids = newest.split(",").filter(Boolean).slice(0, 100);
    if (note_ids.length === 0) return;
    api<UnseenCount>("/mentions/seen", { method: "POST", body: { note_ids } }).catch(() => {
      // They stay new until they are looked at again.
    });
  }, [api, newest]);

  if (error && !data) {
    return (
      <StatePanel
        alert
        picture={<AlertIcon className="size-7" />}
        title={t("mentions.failed")}
        actions={<Button onClick={() => void refetch()}>{t("inbox.retry")}</Button>}
      >
        {errorText(toApiError(error))}
      </StatePanel>
    );
  }
  if (!data) return <SkeletonList rows={5} label={t("app.loading")} />;
  if (items.length === 0) {
    return (
      <StatePanel picture={<NoteIcon className="size-8 stroke-1" />} title={t("mentions.empty")}>
        {t("mentions.emptyText")}
      </StatePanel>
    );
  }
  return (
    <>
      <p className="px-4 pb-2 text-sm text-ink-soft">{t("mentions.lead")}</p>
      <ul>
        {items.map(({ note, seen, visitor_name, site_name }) => (
          <li key={note.id} data-testid="mention">
            <Link
              to={paths.conversation("all", note.conversation_id)}
              className="block border-t border-line px-4 py-3 hover:bg-hover"
            >
              <span className="flex items-center gap-2 text-xs text-ink-faint">
                <Avatar name={note.author_name} />
                <span className="font-semibold text-ink">{note.author_name}</span>
                <time dateTime={note.at} className="tabular">
                  {formatMoment(locale, note.at, now)}
                </time>
                {!seen && (
                  <span className="rounded-full bg-note-tint px-1.5 text-note-ink inset-ring inset-ring-note-line">
                    {t("mentions.new")}
                  </span>
                )}
              </span>
              <span className="mt-1 line-clamp-3 block text-sm wrap-anywhere whitespace-pre-wrap">{note.text}</span>
              <span className="mt-0.5 block text-xs text-ink-faint">
                {names.shown(visitor_name)} · {site_name}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <More
          label={t("mentions.more")}
          loading={isFetchingNextPage}
          failure={isFetchNextPageError ? errorText(toApiError(error)) : null}
          load={() => void fetchNextPage()}
        />
      )}
    </>
  );
}
