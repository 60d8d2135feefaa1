import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import { CloseIcon, PlusIcon } from "@/ui/icons";
import type { HoursInterval } from "@/wire/schema";
import { endOf, nextInterval, shownEnd, troubleOf } from "./hours";

const MOST = 6;

interface DayRowProps {
  name: string;
  intervals: readonly HoursInterval[];
  onChange: (intervals: readonly HoursInterval[]) => void;
}

/** A day: none, one or more parts of it. */
export function DayRow({ name, intervals, onChange }: DayRowProps) {
  const { t } = useI18n();
  const trouble = troubleOf(intervals);

  function put(at: number, part: Partial<HoursInterval>): void {
    onChange(intervals.map((each, index) => (index === at ? { ...each, ...part } : each)));
  }

  return (
    <fieldset className="flex flex-wrap items-start gap-x-3 gap-y-1 px-3 py-2">
      <legend className="sr-only">{name}</legend>
      <span aria-hidden="true" className="w-28 shrink-0 pt-1.5 text-sm first-letter:uppercase">
        {name}
      </span>
      <div className="min-w-0 grow space-y-1">
        {intervals.length === 0 && <p className="pt-1.5 text-sm text-ink-faint">{t("sites.hours.off")}</p>}
        {intervals.map(({ start, end }, at) => (
          <div key={at} className="flex items-center gap-1.5">
            <Time label={t("sites.hours.from")} value={start} onChange={(value) => put(at, { start: value })} />
            <span aria-hidden="true">–</span>
            <Time label={t("sites.hours.to")} value={shownEnd(end)} onChange={(value) => put(at, { end: endOf(value) })} />
            <Button
              look="ghost"
              square
              aria-label={t("sites.hours.remove")}
              onClick={() => onChange(intervals.filter((_, index) => index !== at))}
            >
              <CloseIcon />
            </Button>
          </div>
        ))}
        {trouble !== null && <p className="text-xs text-danger-ink">{t(`sites.hours.troubles.${trouble}`)}</p>}
      </div>
      <Button
        look="ghost"
        square
        aria-label={t("sites.hours.addTo", { day: name })}
        disabled={intervals.length >= MOST}
        onClick={() => onChange([...intervals, nextInterval(intervals)])}
      >
        <PlusIcon />
      </Button>
    </fieldset>
  );
}

interface TimeProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function Time({ label, value, onChange }: TimeProps) {
  return (
    <input
      type="time"
      aria-label={label}
      value={value}
      required
      onChange={(event) => onChange(event.target.value)}
      className="h-8 rounded-md border border-line-strong bg-surface px-2 text-sm text-ink tabular-nums pointer-coarse:h-10"
    />
  );
}
