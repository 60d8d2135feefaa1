import { useNow } from "@/lib/clock";
import { cx } from "@/lib/cx";
import { formatFull } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import type { ApiKeyInfo } from "@/wire/schema";
import { SCOPES } from "./scopes";

/** A key without the key: what it opens, whose it is, and whether anybody uses it. */
export function KeyRow({ info, onRevoke }: { info: ApiKeyInfo; onRevoke: () => void }) {
  const { t, locale } = useI18n();
  const now = useNow();
  const at = (iso: string) => formatFull(locale, iso);
  const isExpired = info.expires_at ? Date.parse(info.expires_at) <= now : false;
  const isOver = Boolean(info.revoked_at) || isExpired;
  const trouble = isOver ? "" : lost(info, t);
  return (
    <li data-testid="key" className="flex flex-wrap items-start justify-between gap-3 border-b border-line px-4 py-3 last:border-b-0">
      <div className="min-w-0 grow basis-60">
        <p className="text-sm">
          <span className={cx("font-medium", isOver && "text-ink-faint line-through")}>{info.name}</span>{" "}
          <code className="ml-1 font-mono text-xs text-ink-faint">{info.prefix}…</code>
        </p>
        <p className="mt-1 text-xs text-ink-soft">
          {[...info.sites, ...info.scopes.map((scope) => t(SCOPES[scope]))].join(" · ")}
        </p>
        <p className="mt-1 text-xs text-ink-faint">
          {[
            info.created_by && t("apikeys.by", { who: info.created_by, at: at(info.created_at) }),
            info.last_used_at ? t("apikeys.used", { at: at(info.last_used_at) }) : t("apikeys.unused"),
            ended(info, isExpired, t, at),
            !isOver && info.opens_others && t("apikeys.others"),
          ]
            .filter(Boolean)
            .join(". ")}
        </p>
        {trouble && <p className="mt-1 text-xs text-danger-ink">{trouble}</p>}
      </div>
      {!isOver && <Button onClick={onRevoke}>{t("apikeys.revoke")}</Button>}
    </li>
  );
}

/** What the key was made for and opens no longer: it does no more than its maker may. */
function lost(info: ApiKeyInfo, t: ReturnType<typeof useI18n>["t"]): string {
  const { lost_sites: sites, lost_scopes: scopes } = info;
  // With others' sites it does open something.
  if (!info.opens_others && sites.length === info.sites.length) return t("apikeys.lost");
  return [
    sites.length > 0 && t("apikeys.lostSites", { sites: sites.join(", ") }),
    scopes.length > 0 && t("apikeys.lostScopes", { scopes: scopes.map((scope) => t(SCOPES[scope])).join(", ") }),
  ]
    .filter(Boolean)
    .join(". ");
}

function ended(
  info: ApiKeyInfo,
  isExpired: boolean,
  t: ReturnType<typeof useI18n>["t"],
  at: (iso: string) => string,
): string {
  if (info.revoked_at) return t("apikeys.ended", { at: at(info.revoked_at) });
  if (!info.expires_at) return "";
  return t(isExpired ? "apikeys.expired" : "apikeys.until", { at: at(info.expires_at) });
}
