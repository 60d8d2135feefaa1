import { formatDecimal, formatLong, formatPercent } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import type { AnalyticsSummary, Measure } from "@/wire/schema";
import { share } from "./numbers";
import { Panel } from "./panel";
import { Table } from "./table";

interface SidesProps {
  summary: AnalyticsSummary;
  /** The address of the episodes of one row. */
  open: (more: Readonly<Record<string, string>>) => string;
}

/** The same period by agent, reason, person and site. */
export function Sides({ summary, open }: SidesProps) {
  const { t, locale } = useI18n();
  const percent = (part: number, whole: number) => {
    const of = share(part, whole);
    return of === null ? "—" : formatPercent(locale, of);
  };
  /** A row's name and the number beside it lead to all of it, each other number to what it counts. */
  const linksOf = (row: Readonly<Record<string, string>>, measures: readonly Measure[] = []) => ({
    0: open(row),
    1: open(row),
    ...Object.fromEntries(measures.map((measure, index) => [index + 1, open({ ...row, measure })])),
  });
  const counted = [t("analytics.measures.episodes"), t("analytics.measures.resolved"), t("analytics.measures.handed_off")];
  const oneSite = summary.sites.length < 2;
  return (
    <>
      <Panel title={t("analytics.agents.title")}>
        <Table
          name="agents"
          head={[t("analytics.agents.agent"), ...counted, t("analytics.agents.rated")]}
          rows={summary.agents.map((line) => {
            const name = line.name ?? line.agent ?? t("analytics.measures.no_agent");
            return {
              key: `${line.site_id}/${line.agent ?? ""}`,
              cells: [
                oneSite ? name : `${name} · ${line.site_name}`,
                line.episodes,
                line.resolved,
                line.handed_off,
                `${line.ups} / ${line.downs}`,
              ],
              shown: {
                2: percent(line.resolved, line.settled),
                3: percent(line.handed_off, line.episodes),
                4: line.ups + line.downs === 0 ? "—" : `+${line.ups} / −${line.downs}`,
              },
              links: linksOf(
                line.agent === null
                  ? { site_id: line.site_id, measure: "no_agent" }
                  : { site_id: line.site_id, agent: line.agent },
                line.agent === null
                  ? []
                  : ["episodes", "resolved", "handed_off", ...(line.downs > 0 ? ["reported" as const] : [])],
              ),
            };
          })}
        />
      </Panel>
      {summary.reasons.length > 0 && (
        <Panel title={t("analytics.reasons.title")}>
          <Table
            name="reasons"
            head={[t("analytics.reasons.reason"), t("analytics.measures.episodes")]}
            rows={summary.reasons.map((line) => ({
              key: line.reason ?? "",
              cells: [t(`analytics.reasons.${line.reason ?? "unknown"}`), line.episodes],
              links: linksOf({ measure: "handed_off", reason: line.reason ?? "unknown" }),
            }))}
          />
        </Panel>
      )}
      {summary.operators.length > 0 && (
        <Panel title={t("analytics.people.title")}>
          <Table
            name="people"
            head={[
              t("analytics.people.operator"),
              t("analytics.measures.episodes"),
              t("analytics.measures.first_human"),
              t("analytics.people.score"),
            ]}
            rows={summary.operators.map((line) => ({
              key: line.operator_id,
              cells: [line.name, line.episodes, line.first_human.median_ms, line.score.mean],
              shown: {
                2: line.first_human.median_ms === null ? "—" : formatLong(locale, line.first_human.median_ms),
                3: line.score.mean === null ? "—" : formatDecimal(locale, line.score.mean, 1),
              },
              links: linksOf({ operator_id: line.operator_id }, ["episodes", "first_human", "people_score"]),
            }))}
          />
        </Panel>
      )}
      {!oneSite && (
        <Panel title={t("analytics.sites.title")}>
          <Table
            name="sites"
            head={[t("analytics.sites.site"), ...counted]}
            rows={summary.sites.map((line) => ({
              key: line.site_id,
              cells: [line.site_name, line.episodes, line.resolved, line.handed_off],
              shown: { 2: percent(line.resolved, line.settled), 3: percent(line.handed_off, line.episodes) },
              links: linksOf({ site_id: line.site_id }, ["episodes", "resolved", "handed_off"]),
            }))}
          />
        </Panel>
      )}
    </>
  );
}
