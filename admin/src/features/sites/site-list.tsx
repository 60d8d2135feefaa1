import { useState } from "react";
import { Link } from "react-router";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { formatFull } from "@/lib/i18n/format";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { paths } from "@/lib/paths";
import { Button } from "@/ui/button";
import { AlertIcon, PlusIcon } from "@/ui/icons";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import type { SiteInfo } from "@/wire/schema";
import { CreateDialog } from "./create-dialog";
import { useSites } from "./use-sites";

/** The sites that have the widget, and whether it was seen there. */
export function SiteList() {
  const { t } = useI18n();
  const errorText = useErrorText();
  const sites = useSites();
  const [creating, setCreating] = useState(false);

  if (sites.isPending) return <SkeletonList rows={3} label={t("sites.loading")} />;
  if (!sites.data) {
    return (
      <StatePanel
        alert
        picture={<AlertIcon className="size-7" />}
        title={t("sites.failed")}
        actions={<Button onClick={() => void sites.refetch()}>{t("inbox.retry")}</Button>}
      >
        {errorText(toApiError(sites.error))}
      </StatePanel>
    );
  }
  const { items } = sites.data;
  const add = (
    <Button look="primary" onClick={() => setCreating(true)}>
      <PlusIcon />
      {t("sites.add")}
    </Button>
  );
  return (
    <>
      {items.length === 0 ? (
        <StatePanel testId="empty" title={t("sites.empty")} actions={add}>
          {t("sites.emptyText")}
        </StatePanel>
      ) : (
        <>
          <div className="flex flex-wrap items-center justify-between gap-3 px-4 pb-4">
            <p className="max-w-prose text-sm text-pretty text-ink-soft">{t("sites.lead")}</p>
            {add}
          </div>
          <ul aria-label={t("sites.list")} className="border-y border-line">
            {items.map((site) => (
              <SiteRow key={site.id} site={site} />
            ))}
          </ul>
        </>
      )}
      <CreateDialog open={creating} sites={items} onClose={() => setCreating(false)} />
    </>
  );
}

function SiteRow({ site }: { site: SiteInfo }) {
  const { t, locale } = useI18n();
  const seen =
    site.seen_at === null
      ? t("sites.neverSeen")
      : t("sites.seenShort", { origin: site.seen_origin ?? "", time: formatFull(locale, site.seen_at) });
  return (
    <li className="border-b border-line last:border-0">
      <Link
        to={paths.site(site.id)}
        data-testid="site"
        className="block px-4 py-3 outline-offset-[-3px]! hover:bg-hover"
      >
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span className="text-base font-medium wrap-anywhere">{site.name}</span>
          {!site.enabled && (
            <span className="rounded-sm bg-waiting-tint px-1.5 text-xs font-medium text-waiting-ink">{t("sites.disabled")}</span>
          )}
        </span>
        <span className="mt-0.5 block truncate text-sm text-ink-soft">
          {site.origins.length === 0 ? t("sites.noOrigins") : site.origins.join(", ")}
        </span>
        <span className="mt-0.5 block text-xs text-ink-faint">{seen}</span>
      </Link>
    </li>
  );
}
