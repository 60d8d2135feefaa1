import { Link } from "react-router";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { paths } from "@/lib/paths";
import { Button } from "@/ui/button";
import type { DocumentInfo } from "@/wire/schema";

interface SaveBarProps {
  document: DocumentInfo;
  /** What stands in the way of saving, said beside the buttons. */
  problem: string | null;
  error: Error | null;
  isPending: boolean;
  /** Somebody else has made a newer version than the one that is edited. */
  isConflict: boolean;
  onSave: () => void;
  onDiscard: () => void;
}

/** Save and discard, and what somebody else did meanwhile. It stays in sight while there is something to save. */
export function SaveBar({ document, problem, error, isPending, isConflict, onSave, onDiscard }: SaveBarProps) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const isRefused = error !== null && toApiError(error).code !== "document_changed";
  return (
    <div className="sticky bottom-0 z-2 -mx-4 border-t border-line bg-raised px-4 py-3 max-md:bottom-14">
      {isConflict && (
        <div role="alert" className="mb-2 text-sm text-pretty">
          <p className="font-medium text-waiting-ink">{t("documents.conflict", { version: document.version })}</p>
          <p className="text-ink-soft">
            {t("documents.conflictText")}{" "}
            <Link to={paths.document(document.id, "versions")} className="text-accent-ink underline underline-offset-2">
              {t("documents.seeChanges")}
            </Link>
          </p>
        </div>
      )}
      {isRefused && (
        <p role="alert" className="mb-2 text-sm text-danger-ink">
          {t("documents.notSaved")} {errorText(toApiError(error))}
        </p>
      )}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <span className="mr-auto text-sm text-ink-soft">{problem ?? t("documents.draft")}</span>
        <Button onClick={onDiscard}>{t("documents.discard")}</Button>
        <Button look="primary" aria-disabled={isPending || problem !== null} onClick={onSave}>
          {t(isPending ? "documents.saving" : isConflict ? "documents.saveOver" : "documents.save")}
        </Button>
      </div>
    </div>
  );
}
