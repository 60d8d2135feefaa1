import { formatDecimal, formatPercent } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useAgentName } from "@/lib/i18n/use-agent-name";
import type { AnswerProvenance } from "@/wire/schema";
import { Section } from "./section";
import { decimalsFor, verdictOf, type Weighed } from "./verdict";

/** Why it was answered, asked or handed over: the confidence against the threshold, in words. */
export function Decision({ provenance }: { provenance: AnswerProvenance }) {
  const { t, locale } = useI18n();
  const agentName = useAgentName();
  const verdict = verdictOf(provenance);
  if (!verdict) return null;

  function sentence({ confidence, threshold, place, end }: Weighed): string {
    const decimals = decimalsFor(confidence, threshold);
    const weighed = t(`why.confidence.${place}`, {
      confidence: formatDecimal(locale, confidence, decimals),
      threshold: formatDecimal(locale, threshold ?? 0, decimals),
    });
    return weighed + t(`why.ends.${end}`);
  }

  return (
    <Section title={t("why.decision.title")}>
      <p className="text-sm text-pretty">
        {"plain" in verdict ? t(`why.plain.${verdict.plain}`) : sentence(verdict)}
      </p>
      {provenance.policy.map(({ agent, threshold, wrong_share }, index) => (
        <p key={index} className="mt-1 text-xs text-ink-faint">
          {t(typeof wrong_share === "number" ? "why.policy.chosen" : "why.policy.byDefault", {
            agent: agentName(agent),
            threshold: formatDecimal(locale, threshold, 2),
            percent: formatPercent(locale, wrong_share ?? 0),
          })}
        </p>
      ))}
    </Section>
  );
}
