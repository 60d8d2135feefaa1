import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { AlertIcon } from "@/ui/icons";
import { StatePanel } from "@/ui/state-panel";

interface NoAgentsProps {
  /** Why they did not load; null when there are none. */
  error: Error | null;
  retry: () => void;
}

/** In place of whatever asks agents, where there is nobody to ask. */
export function NoAgents({ error, retry }: NoAgentsProps) {
  const { t } = useI18n();
  const errorText = useErrorText();
  return (
    <StatePanel
      alert
      picture={<AlertIcon className="size-7" />}
      title={t("playground.noAgents")}
      actions={<Button onClick={retry}>{t("inbox.retry")}</Button>}
    >
      {error && errorText(toApiError(error))}
    </StatePanel>
  );
}
