import { useState } from "react";
import { formatDate } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import type { AnalyticsSummary, Measure } from "@/wire/schema";
import { Behind } from "./behind";
import { Panel } from "./panel";
import { Table } from "./table";

interface DaysChartProps {
  days: AnalyticsSummary["days"];
  /** The address of what a day, or a measure of it, counts. */
  open: (day: string, measure?: Measure) => string;
}

const HEIGHT = 96;

/** Requests by day and what became of them; the same as a table for whoever wants figures. */
export function DaysChart({ days, open }: DaysChartProps) {
  const { t, locale } = useI18n();
  const [asTable, setAsTable] = useState(false);
  const most = Math.max(1, ...days.map((day) => day.episodes));
  const names = {
    resolved: t("analytics.measures.resolved"),
    handed: t("analytics.measures.handed_off"),
    other: t("analytics.days.rest"),
  };
  return (
    <Panel
      title={t("analytics.days.title")}
      actions={
        <Button look="ghost" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {t(asTable ? "analytics.days.chart" : "analytics.days.table")}
        </Button>
      }
    >
      {asTable ? (
        <Table
          name="days"
          head={[t("analytics.days.day"), t("analytics.measures.episodes"), names.resolved, names.handed]}
          rows={days.map((day) => ({
            key: day.day,
            cells: [formatDate(locale, day.day), day.episodes, day.resolved, day.handed_off],
            links: {
              0: open(day.day),
              1: open(day.day),
              2: open(day.day, "resolved"),
              3: open(day.day, "handed_off"),
            },
          }))}
        />
      ) : (
        <figure className="px-4 pb-4">
          <div className="relative">
            <svg
              viewBox={`0 0 ${days.length * 10} ${HEIGHT}`}
              preserveAspectRatio="none"
              role="img"
              aria-label={t("analytics.days.title")}
              className="h-28 w-full"
            >
              {days.map((day, index) => {
                const of = (value: number) => (value / most) * (HEIGHT - 2);
                const other = Math.max(0, day.episodes - day.resolved - day.handed_off);
                const bars = [
                  { value: day.resolved, look: "fill-accent" },
                  { value: day.handed_off, look: "fill-waiting-mark" },
                  { value: other, look: "fill-line-strong" },
                ];
                let top = HEIGHT;
                return (
                  <g key={day.day}>
                    {bars.map(({ value, look }) => {
                      top -= of(value);
                      return <rect key={look} x={index * 10 + 1} y={top} width={8} height={of(value)} className={look} />;
                    })}
                  </g>
                );
              })}
            </svg>
            {/* For a pointer: by the keyboard the same days are reached in the table. */}
            <div aria-hidden="true" className="absolute inset-0 flex">
              {days.map((day) => (
                <Behind
                  key={day.day}
                  tabIndex={-1}
                  to={open(day.day)}
                  title={t("analytics.days.bar", {
                    day: formatDate(locale, day.day),
                    episodes: day.episodes,
                    resolved: day.resolved,
                    handed: day.handed_off,
                  })}
                  className="min-w-0 grow rounded-xs hover:bg-hover"
                />
              ))}
            </div>
          </div>
          <figcaption className="mt-2 flex flex-wrap justify-between gap-x-4 gap-y-1 text-xs text-ink-faint">
            <span>{days[0] && formatDate(locale, days[0].day)}</span>
            <span className="flex flex-wrap gap-x-4">
              <Key look="bg-accent" name={names.resolved} />
              <Key look="bg-waiting-mark" name={names.handed} />
              <Key look="bg-line-strong" name={names.other} />
            </span>
            <span>{days.at(-1) && formatDate(locale, days.at(-1)?.day ?? "")}</span>
          </figcaption>
        </figure>
      )}
    </Panel>
  );
}

function Key({ look, name }: { look: string; name: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <span aria-hidden="true" className={`size-2 rounded-xs ${look}`} />
      {name}
    </span>
  );
}
