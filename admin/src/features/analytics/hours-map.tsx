import { useI18n } from "@/lib/i18n/i18n";
import type { AnalyticsSummary } from "@/wire/schema";
import { Behind } from "./behind";
import { Panel } from "./panel";
import { weekdayName } from "./weekday";

interface HoursMapProps {
  hours: AnalyticsSummary["hours"];
  open: (weekday: number, hour: number) => string;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** When people write, hour by hour of the week; the darker, the more. */
export function HoursMap({ hours, open }: HoursMapProps) {
  const { t, locale } = useI18n();
  const counts = new Map(hours.map((cell) => [`${cell.weekday}.${cell.hour}`, cell.episodes]));
  const most = Math.max(1, ...counts.values());
  return (
    <Panel title={t("analytics.hours.title")}>
      {/* The boxes of what is only read out stand inside it. */}
      <div className="relative overflow-x-auto px-4 pb-4">
        {/* Fixed: an hour in which nobody writes is as wide as the others. */}
        <table className="w-full min-w-xl table-fixed border-separate border-spacing-0.5 text-2xs text-ink-faint tabular-nums">
          <thead>
            <tr>
              <th scope="col" className="w-8">
                <span className="sr-only">{t("analytics.hours.weekday")}</span>
              </th>
              {HOURS.map((hour) => (
                <th key={hour} scope="col" className="font-normal">
                  {hour % 3 === 0 ? hour : <span className="sr-only">{hour}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {WEEKDAYS.map((weekday) => (
              <tr key={weekday}>
                <th scope="row" className="pr-2 text-right font-normal">
                  {weekdayName(locale, weekday, "short")}
                </th>
                {HOURS.map((hour) => {
                  const count = counts.get(`${weekday}.${hour}`) ?? 0;
                  const label = t("analytics.hours.cell", { weekday: weekdayName(locale, weekday, "long"), hour, count });
                  return (
                    <td key={hour} className="h-6 rounded-xs bg-sunken p-0">
                      {count > 0 && (
                        <Behind
                          to={open(weekday, hour)}
                          title={label}
                          aria-label={label}
                          className="block h-6 rounded-xs bg-accent"
                          style={{ opacity: 0.25 + 0.75 * (count / most) }}
                        />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
