import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import type { LabelInfo } from "@/wire/schema";
import { useDeleteLabel } from "./use-labels";

/** A label that is deleted comes off every conversation: it is asked about. */
export function DeleteLabel({ label, onClose }: { label: LabelInfo; onClose: () => void }) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const remove = useDeleteLabel(onClose);
  return (
    <Dialog open onClose={onClose} title={t("labels.deleteTitle", { name: label.name })}>
      <p className="mt-2 text-sm text-ink-soft">{t("labels.deleteText", { count: label.conversations })}</p>
      {remove.error && (
        <p role="alert" className="mt-2 text-sm text-danger-ink">
          {errorText(toApiError(remove.error))}
        </p>
      )}
      <div className="mt-5 flex justify-end gap-2">
        <Button data-initial-focus onClick={onClose}>
          {t("labels.cancel")}
        </Button>
        <Button look="danger" disabled={remove.isPending} onClick={() => remove.mutate(label)}>
          {t("labels.delete")}
        </Button>
      </div>
    </Dialog>
  );
}
