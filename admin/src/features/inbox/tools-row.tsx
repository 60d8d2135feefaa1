import type { ReactNode } from "react";
import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import { choose, selection, unchoose } from "@/lib/selection";
import { useStore } from "@/lib/store";
import { CheckListIcon, FilterIcon } from "@/ui/icons";

/** What somebody has asked of tools that are not there yet. */
export type Begun = "search" | "filters";

interface ToolsRowProps {
  /** How many filters are on. */
  count?: number;
  onFilters: () => void;
  /** The saved views. */
  children?: ReactNode;
}

/** Under the search: filters, saved views, and the way to choose many. */
export function ToolsRow({ count = 0, onFilters, children }: ToolsRowProps) {
  const { t } = useI18n();
  const { choosing } = useStore(selection);
  const quiet = "bg-sunken text-ink-soft hover:bg-hover hover:text-ink";
  const on = "bg-selected text-accent-ink";
  return (
    <div className="mt-2 flex items-center gap-1">
      <button
        type="button"
        aria-keyshortcuts="f"
        aria-haspopup="dialog"
        onClick={onFilters}
        className={cx(
          "inline-flex h-6 shrink-0 items-center gap-1 rounded-full px-2 text-xs font-medium pointer-coarse:h-9 pointer-coarse:px-3",
          count > 0 ? on : quiet,
        )}
      >
        <FilterIcon className="size-3.5" />
        {t("inbox.filters")}
        {count > 0 && <span className="tabular"> {count}</span>}
      </button>
      {children}
      <button
        type="button"
        aria-pressed={choosing}
        aria-label={t("inbox.choose")}
        title={t("inbox.choose")}
        onClick={() => (choosing ? unchoose() : choose([]))}
        className={cx(
          "ml-auto grid size-6 shrink-0 place-items-center rounded-full pointer-coarse:size-9",
          choosing ? on : quiet,
        )}
      >
        <CheckListIcon className="size-3.5" />
      </button>
    </div>
  );
}
