import { useQueryClient } from "@tanstack/react-query";
import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import { LABEL_COLOURS, useLabels } from "@/lib/labels";
import { summaryKey } from "@/realtime/inbox";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import type { ConversationSummary } from "@/wire/schema";

interface BulkLabelsProps {
  ids: ReadonlySet<string>;
  onCancel: () => void;
  onChoose: (action: "label" | "unlabel", label: string) => void;
}

/** The labels of the chosen conversations' sites: on all of them, or off all of them. */
export function BulkLabels({ ids, onCancel, onChoose }: BulkLabelsProps) {
  const { t } = useI18n();
  const cache = useQueryClient();
  const chosen = [...ids].flatMap((id) => cache.getQueryData<ConversationSummary>(summaryKey(id)) ?? []);
  const sites = new Set(chosen.map((each) => each.site_id));
  const labels = useLabels().filter((label) => sites.has(label.site_id));
  return (
    <Dialog open onClose={onCancel} title={t("finding.labels")}>
      {labels.length === 0 ? (
        <p className="mt-3 text-sm text-ink-soft">{t("finding.noLabels")}</p>
      ) : (
        <ul className="mt-3 divide-y divide-line">
          {labels.map((label) => {
            const carrying = chosen.filter((each) => each.labels.includes(label.id)).length;
            return (
              <li key={label.id} className="flex items-center gap-2 py-1.5 text-sm">
                <span className={cx("size-2.5 shrink-0 rounded-full", LABEL_COLOURS[label.colour])} />
                <span className="min-w-0 grow truncate">{label.name}</span>
                <Button
                  disabled={carrying === chosen.length}
                  aria-label={t("finding.putOn", { name: label.name })}
                  onClick={() => onChoose("label", label.id)}
                >
                  {t("finding.add")}
                </Button>
                <Button
                  look="ghost"
                  disabled={carrying === 0}
                  aria-label={t("finding.takeOff", { name: label.name })}
                  onClick={() => onChoose("unlabel", label.id)}
                >
                  {t("finding.remove")}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <div className="mt-5 flex justify-end">
        <Button onClick={onCancel}>{t("finding.cancel")}</Button>
      </div>
    </Dialog>
  );
}
