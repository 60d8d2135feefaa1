import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useTeams } from "@/lib/teams";
import { Button } from "@/ui/button";
import { AlertIcon } from "@/ui/icons";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import { SiteSection } from "./site-section";

/** Who works together, and how what waits finds somebody; site by site. */
export function TeamsPage() {
  const { t } = useI18n();
  const errorText = useErrorText();
  const teams = useTeams();

  if (teams.isPending) return <SkeletonList rows={4} label={t("teams.loading")} />;
  if (!teams.data) {
    return (
      <StatePanel
        alert
        picture={<AlertIcon className="size-7" />}
        title={t("teams.failed")}
        actions={<Button onClick={() => void teams.refetch()}>{t("inbox.retry")}</Button>}
      >
        {errorText(toApiError(teams.error))}
      </StatePanel>
    );
  }
  if (teams.data.items.length === 0) {
    return (
      <StatePanel testId="empty" title={t("teams.noSites")}>
        {t("teams.noSitesText")}
      </StatePanel>
    );
  }
  const several = teams.data.items.length > 1;
  return (
    <>
      <p className="max-w-prose px-4 pb-4 text-sm text-pretty text-ink-soft">{t("teams.lead")}</p>
      <div className="space-y-8 pb-8">
        {teams.data.items.map((site) => (
          <SiteSection key={site.site_id} site={site} named={several} />
        ))}
      </div>
    </>
  );
}
