import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import { paths } from "@/lib/paths";
import { useOperator, useServices } from "@/lib/services";
import type { View } from "@/lib/views";
import { Button } from "@/ui/button";
import type { ViewInfo, ViewList } from "@/wire/schema";
import { countFilters, fromSaved, writeFilters } from "./filters";
import { SAVED } from "./saved-key";
import type { Finding } from "./use-finding";
import { ViewDialog } from "./view-dialog";

/** Filters under a name, as places to go to; and the way to keep those that are on. */
export function SavedViews({ view, finding }: { view: View; finding: Finding }) {
  const { t } = useI18n();
  const { api } = useServices();
  const operator = useOperator();
  const [edited, setEdited] = useState<ViewInfo | "new" | null>(null);
  const { data } = useQuery({
    queryKey: SAVED,
    queryFn: ({ signal }) => api<ViewList>("/views", { signal }),
    staleTime: 60_000,
  });
  const views = data?.items ?? [];
  const { filters } = finding;
  const current = views.find((each) => each.id === filters.saved);
  const changeable =
    current && (current.site_id ? operator.role !== "operator" : current.owner_id === operator.id);
  const filtered = countFilters(filters) > 0 || filters.q !== "";
  if (views.length === 0 && !filtered) return null;
  return (
    <div className="mt-1.5 flex items-center gap-1">
      <nav aria-label={t("finding.saved")} className="no-scrollbar flex min-w-0 gap-1 overflow-x-auto">
        {views.map((each) => (
          <Link
            key={each.id}
            to={`${paths.inbox("all")}?${writeFilters(fromSaved(each.id, each.filters)).toString()}`}
            aria-current={each === current ? "page" : undefined}
            title={each.site_id ? t("finding.sharedBy", { name: each.owner_name }) : undefined}
            className={cx(
              "flex h-6 shrink-0 items-center rounded-full px-2.5 text-xs font-medium whitespace-nowrap outline-offset-[-2px]! pointer-coarse:h-8",
              each === current ? "bg-accent text-on-accent" : "bg-sunken text-ink-soft hover:bg-hover hover:text-ink",
            )}
          >
            {each.name}
          </Link>
        ))}
      </nav>
      {filtered && (
        <span className="ml-auto flex shrink-0">
          {(!current || changeable) && (
            <Button look="ghost" className="h-6 px-2 text-xs pointer-coarse:h-8" onClick={() => setEdited(current ?? "new")}>
              {t(current ? "finding.editView" : "finding.saveView")}
            </Button>
          )}
          <Button look="ghost" className="h-6 px-2 text-xs pointer-coarse:h-8" onClick={finding.clear}>
            {t("finding.clearAll")}
          </Button>
        </span>
      )}
      {edited && (
        <ViewDialog
          saved={edited === "new" ? null : edited}
          view={view}
          filters={filters}
          onClose={() => setEdited(null)}
          onSaved={(saved) => finding.change({ saved })}
        />
      )}
    </div>
  );
}
