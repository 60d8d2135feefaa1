import { useAgents } from "@/lib/agents";
import { useI18n } from "@/lib/i18n/i18n";
import { useAgentName } from "@/lib/i18n/use-agent-name";
import { useLabels } from "@/lib/labels";
import { CloseIcon } from "@/ui/icons";
import type { Filters } from "./filters";
import type { Finding } from "./use-finding";

type Condition = readonly [text: string, without: Partial<Filters>];

/** Each filter that is on, and the way to take it off. */
export function Conditions({ finding }: { finding: Finding }) {
  const { t } = useI18n();
  const conditions = useConditions(finding.filters);
  return (
    <ul aria-label={t("inbox.filters")} className="contents">
      {conditions.map(([text, without]) => (
        <li key={text}>
          <button
            type="button"
            aria-label={t("finding.takeOff", { name: text })}
            onClick={() => finding.change(without)}
            className="inline-flex h-6 max-w-60 items-center gap-1 rounded-full bg-selected pr-1.5 pl-2.5 text-xs font-medium text-accent-ink hover:bg-hover pointer-coarse:h-8"
          >
            <span className="truncate">{text}</span>
            <CloseIcon className="size-3" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function useConditions(filters: Filters): readonly Condition[] {
  const { t, locale } = useI18n();
  const agentName = useAgentName();
  const labels = useLabels(filters.labels.length > 0);
  const agents = useAgents().data?.items ?? [];
  const found: Condition[] = [];
  const date = (day: string) => new Date(`${day}T12:00`).toLocaleDateString(locale, { day: "numeric", month: "short" });

  if (filters.status.length > 0) {
    found.push([filters.status.map((each) => t(`status.${each}`)).join(", "), { status: [] }]);
  }
  if (filters.assigned !== "") {
    const known = filters.assigned === "me" || filters.assigned === "nobody" ? filters.assigned : "somebody";
    found.push([t(`finding.held.${known}`), { assigned: "" }]);
  }
  if (filters.unread) found.push([t("finding.unread"), { unread: false }]);
  if (filters.wait !== "") {
    found.push([t(`finding.waits.${filters.wait as "300"}`), { wait: "" }]);
  }
  if (filters.site !== "") {
    const site = agents.find((each) => each.site_id === filters.site);
    found.push([site?.site_name ?? t("finding.site"), { site: "" }]);
  }
  if (filters.agent !== "") {
    const agent = agents.find((each) => each.slug === filters.agent);
    found.push([agent?.name ?? agentName(filters.agent), { agent: "" }]);
  }
  for (const id of filters.labels) {
    const name = labels.find((each) => each.id === id)?.name ?? t("finding.labelGone");
    found.push([name, { labels: filters.labels.filter((each) => each !== id) }]);
  }
  if (filters.scores.length > 0) {
    found.push([t("finding.scored", { scores: filters.scores.join(", ") }), { scores: [] }]);
  }
  if (filters.rating !== "") found.push([t(`finding.ratings.${filters.rating}`), { rating: "" }]);
  if (filters.since !== "") found.push([t("finding.from", { date: date(filters.since) }), { since: "" }]);
  if (filters.until !== "") found.push([t("finding.to", { date: date(filters.until) }), { until: "" }]);
  return found;
}
