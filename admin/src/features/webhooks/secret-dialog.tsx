import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import { CopyField } from "@/ui/copy-field";
import { Dialog } from "@/ui/dialog";

/** A secret, this once. It is not closed by a press beside it: it would be gone. */
export function SecretDialog({ secret, onClose }: { secret: string | null; onClose: () => void }) {
  const { t } = useI18n();
  return (
    <Dialog open={secret !== null} onClose={() => undefined} title={t("webhooks.secretTitle")} wide>
      <p className="mt-1.5 mb-4 text-sm text-pretty text-ink-soft">{t("webhooks.secretText")}</p>
      <CopyField
        label={t("webhooks.secretTitle")}
        value={secret ?? ""}
        copyLabel={t("webhooks.copy")}
        copiedLabel={t("webhooks.copied")}
      />
      <div className="mt-5 flex justify-end">
        <Button look="primary" data-initial-focus onClick={onClose}>
          {t("webhooks.close")}
        </Button>
      </div>
    </Dialog>
  );
}
