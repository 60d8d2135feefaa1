import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { AlertIcon } from "@/ui/icons";
import { StatePanel } from "@/ui/state-panel";

export function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useI18n();
  const errorText = useErrorText();
  return (
    <StatePanel
      alert
      picture={<AlertIcon className="size-7" />}
      title={t("analytics.failed")}
      actions={<Button onClick={retry}>{t("inbox.retry")}</Button>}
    >
      {errorText(toApiError(error))}
    </StatePanel>
  );
}
