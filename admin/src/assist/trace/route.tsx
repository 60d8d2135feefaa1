import { cx } from "@/lib/cx";
import { formatPercent } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useAgentName } from "@/lib/i18n/use-agent-name";
import type { AnswerProvenance } from "@/wire/schema";
import { Section } from "./section";

/** Whose question it is: the probability of each agent, the likeliest first. */
export function Route({ provenance }: { provenance: AnswerProvenance }) {
  const { t, locale } = useI18n();
  const agentName = useAgentName();
  const shares = Object.entries(provenance.route ?? {}).sort(([, one], [, other]) => other - one);
  if (shares.length === 0) return null;

  return (
    <Section title={t("why.route.title")}>
      <ul className="space-y-2">
        {shares.map(([agent, share]) => {
          const chosen = provenance.agents.includes(agent);
          return (
            <li key={agent} className={cx("text-sm", chosen && "font-medium")}>
              <span className="flex justify-between gap-3">
                <span className="min-w-0 wrap-anywhere">
                  {agentName(agent)}
                  {chosen && (
                    <span className="font-normal text-ink-faint"> · {t("why.route.chosen")}</span>
                  )}
                </span>
                <span className="tabular shrink-0">{formatPercent(locale, share)}</span>
              </span>
              <span aria-hidden="true" className="mt-1 block h-1.5 overflow-hidden rounded-full bg-line">
                <span
                  style={{ width: `${share * 100}%` }}
                  className={cx("block h-full rounded-full", chosen ? "bg-agent-mark" : "bg-line-strong")}
                />
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
