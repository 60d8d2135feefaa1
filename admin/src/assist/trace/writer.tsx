import { formatPercent } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import type { AnswerProvenance } from "@/wire/schema";
import { Facts, type Fact } from "./facts";
import { Section } from "./section";

interface Explained {
  provenance: AnswerProvenance;
}

/** How much of what was written stands on the passages. */
export function Grounds({ provenance: { backend, groundedness } }: Explained) {
  const { t, locale } = useI18n();
  const isWritten = backend && backend !== "rules";
  if (!isWritten || typeof groundedness !== "number") return null;
  return (
    <Section title={t("why.grounds.title")}>
      <p className="text-sm">
        {t("why.grounds.share", { percent: formatPercent(locale, groundedness) })}
      </p>
    </Section>
  );
}

/** Who wrote it, and with what. */
export function Writer({ provenance }: Explained) {
  const { t, maybe } = useI18n();
  const { backend, model, adapter, template, prompt_hash, seed, trouble } = provenance;
  if (!backend) return null;
  const cut = [
    provenance.turns_cut > 0 && t("why.writer.turnsCut", { count: provenance.turns_cut }),
    provenance.passages_cut > 0 && t("why.writer.passagesCut", { count: provenance.passages_cut }),
  ].filter((each) => each !== false);
  const facts: (Fact | false | null | undefined)[] = [
    [t("why.writer.who"), maybe(`why.writers.${backend}`) ?? backend],
    trouble && [t("why.writer.trouble"), t("trouble.without", { reason: t(`trouble.reasons.${trouble}`) })],
    model ? [t("why.writer.model"), model] : null,
    adapter ? [t("why.writer.adapter"), adapter] : null,
    template ? [t("why.writer.template"), template] : null,
    prompt_hash ? [t("why.writer.prompt"), <code key="hash">{prompt_hash.slice(0, 12)}</code>] : null,
    // As it is written down, to be copied: not grouped by thousands.
    typeof seed === "number" && [t("why.writer.seed"), String(seed)],
    provenance.answer_tokens > 0 && [
      t("why.writer.tokens"),
      t("why.writer.tokenCounts", {
        prompt: provenance.prompt_tokens,
        answer: provenance.answer_tokens,
      }),
    ],
    cut.length > 0 && [t("why.writer.cut"), cut.join(", ")],
  ];
  return (
    <Section title={t("why.writer.title")}>
      <Facts facts={facts.filter((fact) => !!fact)} />
    </Section>
  );
}

/** With which knowledge, vectors and calibration. */
export function Versions({ provenance }: Explained) {
  const { t } = useI18n();
  const { knowledge_version, embedding_model, calibration } = provenance;
  const facts: (Fact | null)[] = [
    knowledge_version ? [t("why.versions.knowledge"), String(knowledge_version)] : null,
    embedding_model ? [t("why.versions.embedding"), embedding_model] : null,
    calibration ? [t("why.versions.calibration"), calibration] : null,
  ];
  const known = facts.filter((fact) => fact !== null);
  if (known.length === 0) return null;
  return (
    <Section title={t("why.versions.title")}>
      <Facts facts={known} />
    </Section>
  );
}
