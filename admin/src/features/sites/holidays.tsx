import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import { PlusIcon, TrashIcon } from "@/ui/icons";
import type { SiteHoliday } from "@/wire/schema";
import { DayRow } from "./day-row";
import { holidayTrouble } from "./hours";
import { Section } from "./section";

const MOST = 100;
const INPUT = "h-9 rounded-md border border-line-strong bg-surface px-2 text-sm text-ink pointer-coarse:h-10";

interface HolidaysProps {
  value: readonly SiteHoliday[];
  onChange: (value: readonly SiteHoliday[]) => void;
}

/** Days that differ from their weekday: off, or with hours of their own. */
export function Holidays({ value, onChange }: HolidaysProps) {
  const { t } = useI18n();
  const trouble = holidayTrouble(value);

  function put(at: number, part: Partial<SiteHoliday>): void {
    onChange(value.map((each, index) => (index === at ? { ...each, ...part } : each)));
  }

  return (
    <Section title={t("sites.hours.holidays")} lead={t("sites.hours.holidaysLead")}>
      {value.length > 0 && (
        <ul className="space-y-3">
          {value.map((holiday, at) => (
            <li key={at} className="rounded-md border border-line">
              <div className="flex flex-wrap items-center gap-2 border-b border-line p-2">
                <input
                  type="date"
                  aria-label={t("sites.hours.day")}
                  value={holiday.day}
                  onChange={(event) => put(at, { day: event.target.value })}
                  className={INPUT}
                />
                <input
                  aria-label={t("sites.hours.holidayName")}
                  placeholder={t("sites.hours.holidayName")}
                  value={holiday.name}
                  maxLength={80}
                  onChange={(event) => put(at, { name: event.target.value })}
                  className={`${INPUT} min-w-0 grow basis-32`}
                />
                <Button
                  look="ghost"
                  square
                  aria-label={t("sites.hours.removeDay", { day: holiday.name || holiday.day })}
                  onClick={() => onChange(value.filter((_, index) => index !== at))}
                >
                  <TrashIcon />
                </Button>
              </div>
              <DayRow
                name={holiday.name || t("sites.hours.thatDay")}
                intervals={holiday.intervals}
                onChange={(intervals) => put(at, { intervals })}
              />
            </li>
          ))}
        </ul>
      )}
      {trouble !== null && <p className="text-sm text-danger-ink">{t(`sites.hours.troubles.${trouble}`)}</p>}
      <Button
        disabled={value.length >= MOST}
        onClick={() => onChange([...value, { day: "", name: "", intervals: [] }])}
      >
        <PlusIcon />
        {t("sites.hours.addHoliday")}
      </Button>
    </Section>
  );
}
