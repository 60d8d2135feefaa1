import { cx } from "@/lib/cx";
import { formatDuration } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { Section } from "./section";

const COLOURS = ["bg-ink-faint", "bg-accent", "bg-waiting-mark", "bg-agent-mark", "bg-line-strong"] as const;

/** How long each stage took: one bar of all, and the same in words. */
export function Times({ stages }: { stages: Readonly<Record<string, number>> }) {
  const { t, maybe, locale } = useI18n();
  const parts = Object.entries(stages).map(([stage, milliseconds], index) => ({
    stage,
    milliseconds,
    colour: COLOURS[index % COLOURS.length],
  }));
  const whole = parts.reduce((sum, part) => sum + part.milliseconds, 0);
  if (whole <= 0) return null;

  return (
    <Section title={t("why.times.title", { whole: formatDuration(locale, whole) })}>
      <div aria-hidden="true" className="mt-2 flex h-2.5 gap-px overflow-hidden rounded-full">
        {parts.map(({ stage, milliseconds, colour }) => (
          <span key={stage} style={{ width: `${(milliseconds / whole) * 100}%` }} className={colour} />
        ))}
      </div>
      <ul className="mt-2 space-y-1 text-sm">
        {parts.map(({ stage, milliseconds, colour }) => (
          <li key={stage} className="flex items-baseline gap-2">
            <span aria-hidden="true" className={cx("size-2 shrink-0 rounded-full", colour)} />
            <span className="min-w-0 grow">{maybe(`stages.${stage}`) ?? stage}</span>
            <span className="tabular shrink-0 text-ink-soft">{formatDuration(locale, milliseconds)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
