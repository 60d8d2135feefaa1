import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { toApiError } from "@/lib/api-error";
import { cx } from "@/lib/cx";
import { fetchFile } from "@/lib/fetch-file";
import { formatFull } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import { useToast } from "@/ui/toaster";
import type { VisitorRequestInfo } from "@/wire/schema";
import { listRequests } from "./api/privacy";

export const REQUESTS = "visitor-requests";
const SOON_MS = 2_000;

const LOOKS = { pending: "text-waiting-ink", done: "text-accent-ink", failed: "text-danger-ink" } as const;

/** Exports and erasures that were asked for, and how far each has come. */
export function Requests() {
  const { t } = useI18n();
  const { api } = useServices();
  const errorText = useErrorText();
  const list = useInfiniteQuery({
    queryKey: [REQUESTS],
    queryFn: ({ pageParam, signal }) => listRequests(api, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    staleTime: 0,
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.items.some((each) => each.state === "pending")) ? SOON_MS : false,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="visitor-requests">
      <h2 id="visitor-requests" className="text-base font-semibold">
        {t("privacy.requests")}
      </h2>
      {list.isError && (
        <p role="alert" className="mt-2 text-sm text-danger-ink">
          {errorText(toApiError(list.error))}
        </p>
      )}
      {list.data && items.length === 0 && <p className="mt-2 text-sm text-ink-soft">{t("privacy.noRequests")}</p>}
      {items.length > 0 && (
        <ul className="mt-3 rounded-lg border border-line">
          {items.map((each) => (
            <RequestRow key={each.id} request={each} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button look="ghost" className="mt-2" onClick={() => void list.fetchNextPage()}>
          {t("privacy.more")}
        </Button>
      )}
    </section>
  );
}

function RequestRow({ request }: { request: VisitorRequestInfo }) {
  const { t, locale } = useI18n();
  const { session } = useServices();
  const toast = useToast();
  const errorText = useErrorText();
  const download = useMutation({
    mutationFn: () =>
      fetchFile(session, `/visitors/requests/${request.id}/archive`, {}, `visitor-${request.visitor_id}.zip`),
    onError: (error) => toast({ text: errorText(toApiError(error)) }),
  });
  return (
    <li
      data-testid="request"
      className="flex flex-wrap items-center justify-between gap-3 border-b border-line px-3 py-2.5 last:border-b-0"
    >
      <div className="min-w-0 grow basis-52">
        <p className="text-sm">
          <span className="font-medium">{t(`privacy.kind.${request.kind}`)}</span>{" "}
          <span className={cx("text-xs font-medium", LOOKS[request.state])}>{t(`privacy.state.${request.state}`)}</span>
        </p>
        <p className="text-xs wrap-anywhere text-ink-faint">
          {formatFull(locale, request.created_at)} · {request.requested_by || t("privacy.byVisitor")} ·{" "}
          <code className="font-mono">{request.visitor_id}</code>
        </p>
        {request.archive_ready && request.expires_at && (
          <p className="text-xs text-ink-faint">{t("privacy.until", { at: formatFull(locale, request.expires_at) })}</p>
        )}
      </div>
      {request.archive_ready && (
        <Button aria-disabled={download.isPending} onClick={() => download.mutate()}>
          {t("privacy.download")}
        </Button>
      )}
    </li>
  );
}
