import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { useToast } from "@/ui/toaster";
import type { DocumentInfo } from "@/wire/schema";
import { useRollBack } from "./use-documents";

interface RollBackDialogProps {
  document: DocumentInfo;
  siteKey: string;
  version: number;
  onClose: () => void;
}

/** An old text becomes a new version; nothing that is kept goes. */
export function RollBackDialog({ document, siteKey, version, onClose }: RollBackDialogProps) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const toast = useToast();
  const back = useRollBack(siteKey, document.id);

  function confirm(): void {
    if (back.isPending) return;
    back.mutate(
      { version, base: document.version },
      {
        onSuccess: () => {
          toast({ text: t("documents.rolledBack", { version }) });
          onClose();
        },
      },
    );
  }

  return (
    <Dialog open onClose={onClose} title={t("documents.rollBackTitle", { version })}>
      <p className="mt-1.5 text-sm text-pretty text-ink-soft">{t("documents.rollBackText")}</p>
      {back.isError && (
        <p role="alert" className="mt-2 text-sm text-danger-ink">
          {errorText(toApiError(back.error))}
        </p>
      )}
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button data-initial-focus onClick={onClose}>
          {t("documents.cancel")}
        </Button>
        <Button look="primary" aria-disabled={back.isPending} onClick={confirm}>
          {t(back.isPending ? "documents.rollBackPending" : "documents.rollBack")}
        </Button>
      </div>
    </Dialog>
  );
}
