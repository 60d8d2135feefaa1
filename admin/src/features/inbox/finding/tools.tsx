import { useEffect, useRef, useState } from "react";
import { useHotkeys } from "@/lib/hotkeys";
import { useI18n } from "@/lib/i18n/i18n";
import type { View } from "@/lib/views";
import { CloseIcon, SearchIcon } from "@/ui/icons";
import { Kbd } from "@/ui/kbd";
import { ToolsRow, type Begun } from "../tools-row";
import { Conditions } from "./conditions";
import { FilterDialog } from "./filter-dialog";
import { countFilters } from "./filters";
import { KeepView } from "./keep-view";
import { SavedViews } from "./saved-views";
import { useFinding } from "./use-finding";

/** Above the list: search, filters, saved views, and the way to choose many. */
export function Tools({ view, begun = null }: { view: View; begun?: Begun | null }) {
  const { t } = useI18n();
  const finding = useFinding(view);
  const [asking, setAsking] = useState(begun === "filters");
  const field = useRef<HTMLInputElement>(null);
  const count = countFilters(finding.filters);

  useEffect(() => {
    if (begun === "search") field.current?.focus();
  }, [begun]);

  useHotkeys({
    "/": () => {
      field.current?.focus();
      field.current?.select();
    },
    f: () => setAsking(true),
  });

  return (
    <div className="px-3 pt-3 pb-2">
      <div className="relative" role="search">
        <SearchIcon className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-faint" />
        <input
          ref={field}
          type="search"
          value={finding.text}
          onChange={(event) => finding.type(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.preventDefault();
            if (finding.text === "") field.current?.blur();
            else finding.type("");
          }}
          aria-label={t("finding.search")}
          aria-keyshortcuts="/"
          placeholder={t("inbox.find")}
          maxLength={200}
          data-testid="search"
          className="h-9 w-full rounded-md border border-line bg-sunken pr-8 pl-8 text-sm text-ink focus-visible:bg-surface focus-visible:outline-offset-0 pointer-coarse:h-10 pointer-coarse:text-lg [&::-webkit-search-cancel-button]:hidden"
        />
        {finding.text === "" ? (
          <Kbd className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2">/</Kbd>
        ) : (
          <button
            type="button"
            aria-label={t("finding.clearSearch")}
            onClick={() => {
              finding.type("");
              field.current?.focus();
            }}
            className="absolute top-1/2 right-1 grid size-7 -translate-y-1/2 place-items-center rounded-md text-ink-faint hover:bg-hover hover:text-ink"
          >
            <CloseIcon className="size-3.5" />
          </button>
        )}
      </div>
      <ToolsRow
        count={count}
        onFilters={() => setAsking(true)}
      >
        <SavedViews saved={finding.filters.saved} />
      </ToolsRow>
      {(count > 0 || finding.filters.q !== "") && (
        <div className="mt-1.5 flex flex-wrap items-center gap-1">
          {count > 0 && <Conditions finding={finding} />}
          <KeepView view={view} finding={finding} />
        </div>
      )}
      {asking && (
        <FilterDialog
          filters={finding.filters}
          onCancel={() => setAsking(false)}
          onApply={(filters) => {
            setAsking(false);
            finding.change(filters);
          }}
        />
      )}
    </div>
  );
}
