import { formatDecimal, formatLong, formatPercent } from "@/lib/i18n/format";
import { useI18n, type TextKey } from "@/lib/i18n/i18n";
import type { AnalyticsSummary, Measure } from "@/wire/schema";
import { NumberCard } from "./number-card";
import { difference, durableShare, growth, handedShare, medianOf, resolvedShare } from "./numbers";

interface EssentialsProps {
  summary: AnalyticsSummary;
  /** The address of what a measure counts. */
  open: (measure: Measure) => string;
}

/** The numbers that say whether it goes well, each beside the period before. */
export function Essentials({ summary: { totals, previous }, open }: EssentialsProps) {
  const { t, locale } = useI18n();
  const number = new Intl.NumberFormat(locale);
  const signed = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0, signDisplay: "exceptZero" });
  const points = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: "exceptZero" });

  const than = (change: string) => t("analytics.than", { change });
  const grown = (now: number | null, before: number | null) => {
    const by = growth(now, before);
    if (by === null) return null;
    return Math.abs(by) < 0.005 ? t("analytics.same") : than(signed.format(by));
  };
  const moved = (now: number | null, before: number | null) => {
    const by = difference(now, before);
    if (by === null) return null;
    return Math.abs(by) < 0.0005 ? t("analytics.same") : than(t("analytics.points", { change: points.format(by * 100) }));
  };
  const percent = (of: number | null) => (of === null ? null : formatPercent(locale, of));
  const of = (part: number, whole: number) => t("analytics.of", { part, whole });

  const count = (measure: "episodes" | "unanswered" | "missed" | "reported") => (
    <NumberCard
      key={measure}
      name={t(`analytics.measures.${measure}`)}
      help={t(`analytics.help.${measure}`)}
      value={number.format(totals[measure])}
      change={grown(totals[measure], previous[measure])}
      to={open(measure)}
    />
  );
  const part = (
    measure: "resolved" | "durable" | "handed_off",
    whole: number,
    shareOf: (totals: AnalyticsSummary["totals"]) => number | null,
  ) => (
    <NumberCard
      key={measure}
      name={t(`analytics.measures.${measure}`)}
      help={t(`analytics.help.${measure}`)}
      value={percent(shareOf(totals))}
      note={of(totals[measure], whole)}
      change={moved(shareOf(totals), shareOf(previous))}
      to={open(measure)}
    />
  );
  const time = (name: "first_answer" | "first_human" | "resolution") => {
    const { median_ms: median, p90_ms: p90 } = totals[name];
    return (
      <NumberCard
        key={name}
        name={t(`analytics.measures.${name}`)}
        help={t(`analytics.help.${name}`)}
        value={median === null ? null : formatLong(locale, median)}
        note={p90 === null ? null : t("analytics.p90", { time: formatLong(locale, p90) })}
        change={grown(median, medianOf(previous[name]))}
        to={open(name)}
      />
    );
  };
  const score = (name: "agents_score" | "people_score") => (
    <NumberCard
      key={name}
      name={t(`analytics.measures.${name}`)}
      help={t(`analytics.help.${name}` satisfies TextKey)}
      value={totals[name].mean === null ? null : formatDecimal(locale, totals[name].mean, 1)}
      note={totals[name].count === 0 ? null : t("analytics.scored", { count: totals[name].count })}
      to={open(name)}
    />
  );

  return (
    <ul
      aria-label={t("analytics.numbers")}
      className="grid grid-cols-2 gap-px border-y border-line bg-line sm:grid-cols-3 lg:grid-cols-4"
    >
      {count("episodes")}
      {part("resolved", totals.settled, resolvedShare)}
      {part("durable", totals.durable_of, durableShare)}
      {part("handed_off", totals.episodes, handedShare)}
      {count("unanswered")}
      {count("missed")}
      {count("reported")}
      {time("first_answer")}
      {time("first_human")}
      {time("resolution")}
      {score("agents_score")}
      {score("people_score")}
    </ul>
  );
}
