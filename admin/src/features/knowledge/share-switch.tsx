import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Switch } from "@/ui/switch";
import { useToast } from "@/ui/toaster";
import type { DocumentInfo } from "@/wire/schema";
import { titleOf } from "./knowledge";
import { useShare } from "./use-documents";

/** Whether agents that are not the document's answer from it too. */
export function ShareSwitch({ document, siteKey }: { document: DocumentInfo; siteKey: string }) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const toast = useToast();
  const share = useShare(siteKey, document.id);
  const name = titleOf(document);

  function change(shared: boolean): void {
    share.mutate(shared, {
      onSuccess: () => toast({ text: t(shared ? "documents.sharedNow" : "documents.sharedNoMore", { name }) }),
      onError: (error) => toast({ text: `${t("documents.notSaved")} ${errorText(toApiError(error))}` }),
    });
  }

  return (
    <div className="mt-3">
      <Switch
        label={t("documents.shared")}
        checked={share.isPending ? share.variables : document.shared}
        disabled={share.isPending}
        onChange={change}
      />
      <p className="text-xs text-pretty text-ink-faint">{t("documents.sharedHint")}</p>
    </div>
  );
}
