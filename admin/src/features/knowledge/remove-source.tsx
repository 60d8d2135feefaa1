import { useState } from "react";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { TrashIcon } from "@/ui/icons";
import { useToast } from "@/ui/toaster";
import type { WebSourceInfo } from "@/wire/schema";
import { useRemoveSource } from "./use-documents";

/** A place that is no longer read; what is lost with it is said first. */
export function RemoveSource({ source, siteKey, host }: { source: WebSourceInfo; siteKey: string; host: string }) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const toast = useToast();
  const remove = useRemoveSource(siteKey);
  const [isAsking, setIsAsking] = useState(false);
  const { url } = source;

  function confirm(): void {
    if (remove.isPending) return;
    remove.mutate(source.id, { onSuccess: () => toast({ text: t("documents.removed", { host }) }) });
  }

  return (
    <>
      <Button look="ghost" aria-label={t("documents.removeSourceOf", { url })} onClick={() => setIsAsking(true)}>
        <TrashIcon />
        {t("documents.removeSource")}
      </Button>
      <Dialog open={isAsking} onClose={() => setIsAsking(false)} title={t("documents.removeSourceTitle")}>
        <p className="mt-1.5 text-sm text-pretty text-ink-soft wrap-anywhere">
          {t("documents.removeSourceText", { url })}
        </p>
        {remove.isError && (
          <p role="alert" className="mt-2 text-sm text-danger-ink">
            {errorText(toApiError(remove.error))}
          </p>
        )}
        <div className="mt-5 flex flex-wrap justify-end gap-2">
          <Button data-initial-focus onClick={() => setIsAsking(false)}>
            {t("documents.cancel")}
          </Button>
          <Button look="danger" aria-disabled={remove.isPending} onClick={confirm}>
            {t(remove.isPending ? "documents.removePending" : "documents.removeSource")}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
