import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import type { DocumentInfo } from "@/wire/schema";
import { titleOf } from "./knowledge";
import { useDeleteDocument } from "./use-changes";

interface DeleteDialogProps {
  open: boolean;
  document: DocumentInfo;
  siteKey: string;
  onCancel: () => void;
  onDeleted: () => void;
}

/** A document that is gone does not come back by itself, so it is asked about by its name. */
export function DeleteDialog({ open, document, siteKey, onCancel, onDeleted }: DeleteDialogProps) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const remove = useDeleteDocument(siteKey);

  function confirm(): void {
    if (!remove.isPending) remove.mutate(document, { onSuccess: onDeleted });
  }

  return (
    <Dialog open={open} onClose={onCancel} title={t("knowledge.deleteAsk.title")}>
      <p className="mt-1.5 text-sm text-pretty text-ink-soft wrap-anywhere">
        {t(document.url ? "knowledge.deleteAsk.page" : "knowledge.deleteAsk.text", { name: titleOf(document) })}
      </p>
      {remove.isError && (
        <p role="alert" className="mt-2 text-sm text-danger-ink">
          {errorText(toApiError(remove.error))}
        </p>
      )}
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button data-initial-focus onClick={onCancel}>
          {t("knowledge.deleteAsk.cancel")}
        </Button>
        <Button look="danger" aria-disabled={remove.isPending} onClick={confirm}>
          {t(remove.isPending ? "knowledge.deleting" : "knowledge.delete")}
        </Button>
      </div>
    </Dialog>
  );
}
