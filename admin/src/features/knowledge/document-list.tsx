import { useCallback, useDeferredValue, useId, useMemo, useState } from "react";
import { useLocation } from "react-router";
import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import { KnowledgeIcon } from "@/ui/icons";
import { More } from "@/ui/more";
import { StatePanel } from "@/ui/state-panel";
import type { DocumentInfo } from "@/wire/schema";
import { DocumentRow } from "./document-row";
import { FilterBar } from "./filter-bar";
import { GroupHeading } from "./group-heading";
import { chosen, grouped, placeOf, sorted, titleOf, type Of, type Site } from "./knowledge";
import { useFilters } from "./use-filters";

/** Rows at a time: a site of thousands of pages is not laid out at once. */
const STEP = 100;

interface DocumentListProps {
  sites: readonly Site[];
  documents: readonly Of<DocumentInfo>[];
  mayChange: boolean;
}

/** Documents agent by agent. The platform sends them whole, so they are looked through here. */
export function DocumentList({ sites, documents, mayChange }: DocumentListProps) {
  const { t } = useI18n();
  const { filters, change } = useFilters();
  if (documents.length === 0) {
    return (
      <StatePanel
        testId="empty"
        picture={<KnowledgeIcon className="size-8 stroke-1" />}
        title={t("knowledge.empty")}
      >
        {t(mayChange ? "knowledge.emptyText" : "knowledge.emptyLooking")}
      </StatePanel>
    );
  }
  return (
    <>
      <FilterBar sites={sites} documents={documents} filters={filters} change={change} />
      <Found key={`${filters.place} ${filters.state}`} several={sites.length > 1} documents={documents} />
    </>
  );
}

function Found({ documents, several }: { documents: readonly Of<DocumentInfo>[]; several: boolean }) {
  const { t, locale } = useI18n();
  const id = useId();
  const { filters, change } = useFilters();
  const { search } = useLocation();
  const [most, setMost] = useState(STEP);
  const wanted = useDeferredValue(filters);
  const found = useMemo(
    () => sorted(chosen(documents, wanted, locale), titleOf, locale),
    [documents, wanted, locale],
  );
  const groups = useMemo(() => grouped(found.slice(0, most)), [found, most]);
  const more = useCallback(() => setMost((before) => before + STEP), []);
  const counts = useMemo(() => countOf(found), [found]);

  return (
    <>
      <p role="status" className="sr-only">
        {t("knowledge.found", { count: found.length })}
      </p>
      {found.length === 0 && (
        <StatePanel
          title={t("knowledge.nothing")}
          actions={
            <Button onClick={() => change({ place: "", state: "", text: "" })}>{t("knowledge.reset")}</Button>
          }
        >
          {t("knowledge.nothingText")}
        </StatePanel>
      )}
      {groups.map((group, place) => (
        <section key={group.place} aria-labelledby={`${id}-${place}`}>
          <GroupHeading
            id={`${id}-${place}`}
            group={group}
            several={several}
            count={counts.get(group.place) ?? 0}
          />
          <ul>
            {group.items.map((document) => (
              <DocumentRow key={document.id} document={document} search={search} />
            ))}
          </ul>
        </section>
      ))}
      {found.length > most && <More key={most} label={t("inbox.loadMore")} load={more} />}
    </>
  );
}

function countOf(found: readonly Of<DocumentInfo>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { site, item } of found) {
    const place = placeOf(site.key, item.agent);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
}
