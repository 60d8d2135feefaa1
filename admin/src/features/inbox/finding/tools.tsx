import { useEffect, useRef, useState } from "react";
import { useHotkeys } from "@/lib/hotkeys";
import { useI18n } from "@/lib/i18n/i18n";
import { choose, selection, unchoose } from "@/lib/selection";
import { useStore } from "@/lib/store";
import type { View } from "@/lib/views";
import { Button } from "@/ui/button";
import { CheckIcon, CloseIcon, SearchIcon, SettingsIcon } from "@/ui/icons";
import { Kbd } from "@/ui/kbd";
import { Conditions } from "./conditions";
import { FilterDialog } from "./filter-dialog";
import { countFilters } from "./filters";
import { SavedViews } from "./saved-views";
import { useFinding } from "./use-finding";

/** Above the list: search, filters, saved views, and the way to choose many. */
export function Tools({ view, searching = false }: { view: View; searching?: boolean }) {
  const { t } = useI18n();
  const finding = useFinding(view);
  const { choosing } = useStore(selection);
  const [asking, setAsking] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const count = countFilters(finding.filters);

  useEffect(() => {
    if (searching) field.current?.focus();
  }, [searching]);

  useHotkeys({
    "/": () => {
      field.current?.focus();
      field.current?.select();
    },
    f: () => setAsking(true),
  });

  return (
    <div className="px-3 pt-3 pb-1.5">
      <div className="flex items-center gap-1" role="search">
        <div className="relative min-w-0 grow">
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
            placeholder={t("finding.placeholder")}
            maxLength={200}
            data-testid="search"
            className="h-9 w-full rounded-md border border-line bg-sunken pr-8 pl-8 text-sm text-ink focus-visible:bg-surface focus-visible:outline-offset-0 pointer-coarse:h-10 pointer-coarse:text-lg [&::-webkit-search-cancel-button]:hidden"
          />
          {finding.text === "" ? (
            <span aria-hidden="true" className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 pointer-coarse:hidden">
              <Kbd>/</Kbd>
            </span>
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
        <Button
          look="ghost"
          square
          aria-label={count > 0 ? t("finding.filtersOn", { count }) : t("finding.filters")}
          aria-keyshortcuts="f"
          aria-haspopup="dialog"
          title={t("finding.filters")}
          onClick={() => setAsking(true)}
          className={count > 0 ? "bg-selected text-accent-ink" : undefined}
        >
          <SettingsIcon />
        </Button>
        <Button
          look="ghost"
          square
          aria-pressed={choosing}
          aria-label={t("finding.choose")}
          title={t("finding.choose")}
          onClick={() => (choosing ? unchoose() : choose([]))}
          className={choosing ? "bg-selected text-accent-ink" : undefined}
        >
          <CheckIcon />
        </Button>
      </div>
      <SavedViews view={view} finding={finding} />
      {count > 0 && <Conditions finding={finding} />}
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
