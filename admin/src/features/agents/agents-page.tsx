import { useAgents } from "@/lib/agents";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { formatDate } from "@/lib/i18n/format";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { AgentsIcon, AlertIcon } from "@/ui/icons";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import type { AgentPolicyList } from "@/wire/schema";
import { AgentPolicy } from "./agent-policy";

/** The agents, and how far each may err. */
export function AgentsPage() {
  const { t } = useI18n();
  const errorText = useErrorText();
  const { data, error, isPending, refetch } = useAgents();

  if (isPending) return <SkeletonList rows={5} label={t("app.loading")} />;
  if (data) return <Agents list={data} />;
  return (
    <StatePanel
      alert
      picture={<AlertIcon className="size-7" />}
      title={t("policies.failed")}
      actions={<Button onClick={() => void refetch()}>{t("inbox.retry")}</Button>}
    >
      {errorText(toApiError(error))}
    </StatePanel>
  );
}

function Agents({ list: { items: all, curve } }: { list: AgentPolicyList }) {
  const items = all.filter((agent) => agent.enabled);
  const { t, locale } = useI18n();
  const picture = <AgentsIcon className="size-8 stroke-1" />;
  if (items.length === 0) {
    return (
      <StatePanel testId="empty" picture={picture} title={t("policies.empty")}>
        {t("policies.emptyText")}
      </StatePanel>
    );
  }
  if (!curve || curve.points.length === 0) {
    return (
      <StatePanel testId="no-curve" picture={picture} title={t("policies.noCurve")}>
        {t("policies.noCurveText")}
      </StatePanel>
    );
  }
  const isOneSite = new Set(items.map((agent) => agent.site_id)).size === 1;
  const measured = { date: formatDate(locale, curve.made), count: curve.questions };
  return (
    <>
      <div className="space-y-1 px-4 pb-4 text-sm text-pretty text-ink-soft">
        <p>{t("policies.lead")}</p>
        <p className="text-xs text-ink-faint">{t("policies.measured", measured)}</p>
      </div>
      <ul aria-label={t("policies.list")} className="border-y border-line">
        {items.map((agent) => (
          <AgentPolicy
            key={`${agent.site_id}/${agent.slug}`}
            agent={agent}
            curve={curve}
            siteName={isOneSite ? null : agent.site_name}
          />
        ))}
      </ul>
    </>
  );
}
