import { useState } from "react";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { formatDate, formatFull } from "@/lib/i18n/format";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useOperator } from "@/lib/services";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { ReturnIcon, TrashIcon } from "@/ui/icons";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import { useToast } from "@/ui/toaster";
import type { DeletedDocument } from "@/wire/schema";
import { agentName, type Site } from "./knowledge";
import { useDeleted, useForget, useRestore } from "./use-documents";

/** What was deleted and can come back, site by site. */
export function DeletedList({ sites }: { sites: readonly Site[] }) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const lists = useDeleted(sites);
  const failed = lists.find((list) => list.isError && !list.data);
  if (failed) {
    return (
      <StatePanel
        alert
        title={t("documents.deletedFailed")}
        actions={<Button onClick={() => lists.forEach((list) => void list.refetch())}>{t("documents.retry")}</Button>}
      >
        {errorText(toApiError(failed.error))}
      </StatePanel>
    );
  }
  if (lists.some((list) => list.isPending)) return <SkeletonList rows={4} label={t("app.loading")} />;
  const found = sites.flatMap((site, place) => lists[place]?.data?.items.map((item) => ({ site, item })) ?? []);
  if (found.length === 0) {
    return (
      <StatePanel testId="empty" picture={<TrashIcon className="size-8 stroke-1" />} title={t("documents.deletedEmpty")}>
        {t("documents.deletedEmptyText")}
      </StatePanel>
    );
  }
  return (
    <ul aria-label={t("documents.deletedList")}>
      {found.map(({ site, item }) => (
        <DeletedRow key={item.id} site={site} item={item} several={sites.length > 1} />
      ))}
    </ul>
  );
}

function DeletedRow({ site, item, several }: { site: Site; item: DeletedDocument; several: boolean }) {
  const { t, locale } = useI18n();
  const errorText = useErrorText();
  const toast = useToast();
  const mayChange = useOperator().role !== "operator";
  const restore = useRestore(site.key);
  const forget = useForget(site.key);
  const [isAsking, setIsAsking] = useState(false);
  const name = item.title || item.name;
  const refuse = (error: unknown) => toast({ text: errorText(toApiError(error)) });

  return (
    <li data-testid="deleted" className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2.5">
      <div className="min-w-0 grow basis-56 text-sm">
        <p className="truncate font-medium">{name}</p>
        <p className="text-xs text-ink-faint">
          {[
            agentName(site, item.agent),
            several && site.name,
            t("documents.deletedBy", { name: item.deleted_by, date: formatFull(locale, item.deleted_at) }),
            t("documents.until", { date: formatDate(locale, item.until) }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      {mayChange && (
        <div className="flex gap-1">
          <Button
            aria-label={t("documents.restoreOf", { name })}
            aria-disabled={restore.isPending}
            onClick={() =>
              restore.mutate(item.id, {
                onSuccess: () => toast({ text: t("documents.restored", { name }) }),
                onError: refuse,
              })
            }
          >
            <ReturnIcon />
            {t("documents.restore")}
          </Button>
          <Button look="ghost" square aria-label={t("documents.forgetOf", { name })} onClick={() => setIsAsking(true)}>
            <TrashIcon />
          </Button>
        </div>
      )}
      <Dialog open={isAsking} onClose={() => setIsAsking(false)} title={t("documents.forgetTitle")}>
        <p className="mt-1.5 text-sm text-pretty text-ink-soft wrap-anywhere">{t("documents.forgetText", { name })}</p>
        <div className="mt-5 flex flex-wrap justify-end gap-2">
          <Button data-initial-focus onClick={() => setIsAsking(false)}>
            {t("documents.cancel")}
          </Button>
          <Button
            look="danger"
            aria-disabled={forget.isPending}
            onClick={() =>
              forget.mutate(item.id, {
                onSuccess: () => toast({ text: t("documents.forgotten", { name }) }),
                onError: refuse,
                onSettled: () => setIsAsking(false),
              })
            }
          >
            {t("documents.forget")}
          </Button>
        </div>
      </Dialog>
    </li>
  );
}
