import { useQueryClient } from "@tanstack/react-query";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { AlertIcon } from "@/ui/icons";
import { StatePanel } from "@/ui/state-panel";

/** Whatever of it failed is asked for again. */
export function FailedKnowledge({ error }: { error: Error }) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const cache = useQueryClient();
  return (
    <StatePanel
      alert
      picture={<AlertIcon className="size-7" />}
      title={t("knowledge.failed")}
      actions={
        <Button onClick={() => void cache.refetchQueries({ type: "active" })}>{t("inbox.retry")}</Button>
      }
    >
      {errorText(toApiError(error))}
    </StatePanel>
  );
}
