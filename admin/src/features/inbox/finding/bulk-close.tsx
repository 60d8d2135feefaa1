import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";

interface BulkCloseProps {
  count: number;
  onCancel: () => void;
  onConfirm: () => void;
}

/** Closing ends what visitors see; of many it is asked about once. */
export function BulkClose({ count, onCancel, onConfirm }: BulkCloseProps) {
  const { t } = useI18n();
  return (
    <Dialog open onClose={onCancel} title={t("finding.closeTitle", { count })}>
      <p className="mt-2 text-sm text-ink-soft">{t("finding.closeText")}</p>
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={onCancel}>{t("finding.cancel")}</Button>
        <Button look="primary" data-initial-focus onClick={onConfirm}>
          {t("finding.close")}
        </Button>
      </div>
    </Dialog>
  );
}
