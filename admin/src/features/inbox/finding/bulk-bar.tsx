import { useState, type RefObject } from "react";
import { useHotkeys } from "@/lib/hotkeys";
import { useI18n } from "@/lib/i18n/i18n";
import { chooseAll, MOST_CHOSEN, selection, unchoose } from "@/lib/selection";
import { useStore } from "@/lib/store";
import { Button } from "@/ui/button";
import { CheckIcon, CloseIcon, ReturnIcon } from "@/ui/icons";
import { BulkClose } from "./bulk-close";
import { BulkLabels } from "./bulk-labels";
import { BulkRefusals } from "./bulk-refusals";
import { useBulk } from "./use-bulk";

/** What can be done to all that are chosen. */
export function BulkBar({ list }: { list: RefObject<HTMLElement | null> }) {
  const { t } = useI18n();
  const { ids } = useStore(selection);
  const [asking, setAsking] = useState<"close" | "labels" | null>(null);
  const bulk = useBulk();
  const tooMany = ids.size > MOST_CHOSEN;
  const idle = ids.size === 0 || tooMany || bulk.busy;

  function leave(): void {
    unchoose();
    list.current?.querySelector<HTMLElement>("[data-conversation-id]")?.focus();
  }

  useHotkeys({ Escape: leave });

  return (
    <section
      aria-label={t("finding.bulk")}
      className="flex shrink-0 flex-wrap items-center gap-1 border-t border-line bg-raised px-2 py-1.5 max-md:mb-14"
    >
      <p role="status" className="px-1 text-sm font-medium">
        {tooMany ? t("finding.tooMany", { most: MOST_CHOSEN }) : t("finding.chosen", { count: ids.size })}
      </p>
      <Button look="ghost" className="px-2" onClick={chooseAll}>
        {t("finding.chooseAll")}
      </Button>
      <Button look="ghost" square className="ml-auto" aria-label={t("finding.unchoose")} onClick={leave}>
        <CloseIcon />
      </Button>
      <div className="flex w-full flex-wrap gap-1">
        <Button disabled={idle} onClick={() => setAsking("close")}>
          <CheckIcon />
          {t("finding.close")}
        </Button>
        <Button disabled={idle} onClick={() => bulk.run({ action: "return" })}>
          <ReturnIcon />
          {t("finding.return")}
        </Button>
        <Button disabled={idle} aria-haspopup="dialog" onClick={() => setAsking("labels")}>
          {t("finding.labels")}
        </Button>
      </div>
      {asking === "close" && (
        <BulkClose
          count={ids.size}
          onCancel={() => setAsking(null)}
          onConfirm={() => {
            setAsking(null);
            bulk.run({ action: "close" });
          }}
        />
      )}
      {asking === "labels" && (
        <BulkLabels
          ids={ids}
          onCancel={() => setAsking(null)}
          onChoose={(action, label) => {
            setAsking(null);
            bulk.run({ action, label_id: label });
          }}
        />
      )}
      {bulk.refused && <BulkRefusals refused={bulk.refused} onClose={bulk.dismiss} />}
    </section>
  );
}
