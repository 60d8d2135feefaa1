import { useEffect, useRef } from "react";
import { Link } from "react-router";
import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import { paths } from "@/lib/paths";
import { fromSaved, writeFilters } from "./filters";
import { useSaved } from "./use-saved";

/** Filters under a name, as places to go to. */
export function SavedViews({ saved }: { saved: string }) {
  const { t } = useI18n();
  const views = useSaved();
  const current = useRef<HTMLAnchorElement>(null);
  const isThere = views.some((each) => each.id === saved);
  // Of many, the one that is shown is the one to be seen: on a link from elsewhere they come after the page.
  useEffect(() => current.current?.scrollIntoView({ block: "nearest", inline: "nearest" }), [saved, isThere]);
  if (views.length === 0) return null;
  return (
    <nav aria-label={t("finding.saved")} className="no-scrollbar flex min-w-0 gap-1 overflow-x-auto">
      {views.map((each) => (
        <Link
          key={each.id}
          ref={each.id === saved ? current : null}
          to={`${paths.inbox("all")}?${writeFilters(fromSaved(each.id, each.filters)).toString()}`}
          aria-current={each.id === saved ? "page" : undefined}
          title={each.site_id ? t("finding.sharedBy", { name: each.owner_name }) : undefined}
          className={cx(
            "flex h-6 shrink-0 items-center rounded-full px-2.5 text-xs font-medium whitespace-nowrap outline-offset-[-2px]! pointer-coarse:h-9 pointer-coarse:px-3",
            each.id === saved ? "bg-accent text-on-accent" : "bg-sunken text-ink-soft hover:bg-hover hover:text-ink",
          )}
        >
          {each.name}
        </Link>
      ))}
    </nav>
  );
}
