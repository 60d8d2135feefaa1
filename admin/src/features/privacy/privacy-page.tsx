import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useRetention } from "@/lib/settings-sites";
import { Button } from "@/ui/button";
import { AlertIcon } from "@/ui/icons";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import { Requests } from "./requests";
import { RetentionForm } from "./retention-form";
import { VisitorSearch } from "./visitor-search";

/** How long things are kept, and a visitor's data on their own request. */
export function PrivacyPage() {
  const { t } = useI18n();
  const errorText = useErrorText();
  const policies = useRetention();
  if (policies.isPending) return <SkeletonList rows={4} label={t("privacy.loading")} />;
  if (!policies.data) {
    return (
      <StatePanel
        alert
        picture={<AlertIcon className="size-7" />}
        title={t("privacy.failed")}
        actions={<Button onClick={() => void policies.refetch()}>{t("privacy.retry")}</Button>}
      >
        {errorText(toApiError(policies.error))}
      </StatePanel>
    );
  }
  return (
    <div className="space-y-8 px-4 pb-8">
      <VisitorSearch />
      <Requests />
      <RetentionForm policies={policies.data.items} />
    </div>
  );
}
