import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";

interface CloseDialogProps {
  open: boolean;
  name: string;
  onConfirm: () => void;
  onCancel: () => void;
}

/** A closed conversation cannot be opened again from here, so it is asked about first. */
export function CloseDialog({ open, name, onConfirm, onCancel }: CloseDialogProps) {
  const { t } = useI18n();
  return (
    <Dialog open={open} onClose={onCancel} title={t("conversation.closeAsk.title")}>
      <p className="mt-1.5 text-sm text-ink-soft">{t("conversation.closeAsk.text", { name })}</p>
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>{t("conversation.closeAsk.cancel")}</Button>
        <Button data-initial-focus look="primary" data-testid="close-confirm" onClick={onConfirm}>
          {t("conversation.closeAsk.confirm")}
        </Button>
      </div>
    </Dialog>
  );
}
