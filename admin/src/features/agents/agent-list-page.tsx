import { useAgents } from "@/lib/agents";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { AgentsIcon, AlertIcon } from "@/ui/icons";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import { SiteAgents } from "./site-agents";

/** Who answers on which site, in the order of the widget. */
export function AgentListPage() {
  const { t } = useI18n();
  const errorText = useErrorText();
  const { data, error, isPending, refetch } = useAgents();

  if (isPending) return <SkeletonList rows={5} label={t("agentEditor.loading")} />;
  if (!data) {
    return (
      <StatePanel
        alert
        picture={<AlertIcon className="size-7" />}
        title={t("agentEditor.failed")}
        actions={<Button onClick={() => void refetch()}>{t("agentEditor.retry")}</Button>}
      >
        {errorText(toApiError(error))}
      </StatePanel>
    );
  }
  const { sites } = data;
  if (sites.length === 0) {
    return (
      <StatePanel picture={<AgentsIcon className="size-8 stroke-1" />} title={t("agentEditor.noSites")}>
        {t("agentEditor.noSitesText")}
      </StatePanel>
    );
  }
  return sites.map((site) => <SiteAgents key={site.id} site={site} />);
}
