import { useState } from "react";
import { toApiError } from "@/lib/api-error";
import { cx } from "@/lib/cx";
import { useHotkeys } from "@/lib/hotkeys";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { LABEL_COLOURS, useLabels } from "@/lib/labels";
import { useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { PlusIcon } from "@/ui/icons";
import { useToast } from "@/ui/toaster";
import type { ConversationSummary, LabelInfo } from "@/wire/schema";

/** The labels of a conversation, and the way to put others on it. */
export function LabelStrip({ summary }: { summary: ConversationSummary }) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const labels = useLabels().filter((label) => label.site_id === summary.site_id);
  const worn = labels.filter((label) => summary.labels.includes(label.id));
  useHotkeys({ l: () => setOpen(true) });
  if (labels.length === 0) return null;
  return (
    <div className="flex min-w-0 items-center gap-1">
      <span className="flex min-w-0 gap-1 overflow-hidden @max-xl:hidden">
        {worn.map((label) => (
          <span
            key={label.id}
            data-testid="label"
            className="inline-flex h-5 max-w-32 items-center gap-1.5 rounded-full bg-sunken px-2 text-2xs font-medium inset-ring inset-ring-line"
          >
            <span className={cx("size-2 shrink-0 rounded-full", LABEL_COLOURS[label.colour])} />
            <span className="truncate">{label.name}</span>
          </span>
        ))}
      </span>
      <button
        type="button"
        aria-label={t("labels.edit")}
        title={t("labels.edit")}
        aria-keyshortcuts="l"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="inline-flex h-5 shrink-0 items-center gap-1 rounded-full px-1.5 text-2xs font-medium text-ink-faint hover:bg-hover hover:text-ink pointer-coarse:h-8"
      >
        <PlusIcon className="size-3" />
        {worn.length === 0 && <span className="@max-xl:hidden">{t("labels.one")}</span>}
        <span className="flex gap-1 @xl:hidden">
          {worn.map((label) => (
            <span key={label.id} className={cx("size-2 rounded-full", LABEL_COLOURS[label.colour])} />
          ))}
        </span>
      </button>
      {open && <LabelDialog summary={summary} labels={labels} onClose={() => setOpen(false)} />}
    </div>
  );
}

interface LabelDialogProps {
  summary: ConversationSummary;
  labels: readonly LabelInfo[];
  onClose: () => void;
}

function LabelDialog({ summary, labels, onClose }: LabelDialogProps) {
  const { t } = useI18n();
  const { api } = useServices();
  const errorText = useErrorText();
  const toast = useToast();
  /** Pressed, and not told of by the server yet. */
  const [pressed, setPressed] = useState<ReadonlyMap<string, boolean>>(new Map());

  async function put(label: string, on: boolean): Promise<void> {
    setPressed((was) => new Map(was).set(label, on));
    try {
      const path = `/conversations/${summary.id}/labels/${label}`;
      await api<undefined>(path, { method: on ? "PUT" : "DELETE" });
    } catch (error) {
      setPressed((was) => new Map([...was].filter(([id]) => id !== label)));
      toast({ text: errorText(toApiError(error)) });
    }
  }

  return (
    <Dialog open onClose={onClose} title={t("labels.title")}>
      <div className="mt-3 flex flex-col">
        {labels.map((label) => (
          <label
            key={label.id}
            className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 text-sm hover:bg-hover pointer-coarse:min-h-11"
          >
            <input
              type="checkbox"
              className="accent-accent"
              checked={pressed.get(label.id) ?? summary.labels.includes(label.id)}
              onChange={(event) => void put(label.id, event.target.checked)}
            />
            <span className={cx("size-2.5 shrink-0 rounded-full", LABEL_COLOURS[label.colour])} />
            <span className="truncate">{label.name}</span>
          </label>
        ))}
      </div>
      <div className="mt-4 flex justify-end">
        <Button onClick={onClose}>{t("labels.done")}</Button>
      </div>
    </Dialog>
  );
}
