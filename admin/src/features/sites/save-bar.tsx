import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";

interface SaveBarProps {
  changed: boolean;
  saving: boolean;
  error: unknown;
  /** Why it cannot be saved as it stands. */
  trouble?: string | null;
  onSave: () => void;
  onReset: () => void;
}

/** Stands below a form and stays in sight while something in it is not kept yet. */
export function SaveBar({ changed, saving, error, trouble = null, onSave, onReset }: SaveBarProps) {
  const { t } = useI18n();
  const errorText = useErrorText();
  if (!changed && !saving) return null;
  return (
    <div className="sticky bottom-0 z-10 flex flex-wrap items-center gap-2 border-t border-line bg-surface py-3">
      <Button type="submit" look="primary" aria-disabled={saving || trouble !== null} onClick={() => !saving && trouble === null && onSave()}>
        {t(saving ? "sites.saving" : "sites.save")}
      </Button>
      <Button look="ghost" onClick={onReset} disabled={saving}>
        {t("sites.cancel")}
      </Button>
      {trouble !== null && (
        <p role="status" className="text-sm text-danger-ink">
          {trouble}
        </p>
      )}
      {trouble === null && error != null && !saving && (
        <p role="alert" className="text-sm text-danger-ink">
          {t("sites.notSaved")} {errorText(toApiError(error))}
        </p>
      )}
    </div>
  );
}
