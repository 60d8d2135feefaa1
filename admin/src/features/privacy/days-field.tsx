import { useId } from "react";
import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";

interface DaysFieldProps {
  label: string;
  hint?: string;
  /** Null: kept for ever. */
  value: number | null;
  from: number;
  to: number;
  /** What the days are when somebody turns «for ever» off; null where that is no choice. */
  usual: number | null;
  onChange: (value: number | null) => void;
}

/** So many days, or for ever. */
export function DaysField({ label, hint, value, from, to, usual, onChange }: DaysFieldProps) {
  const { t } = useI18n();
  const id = useId();
  const wrong = value !== null && !isWithin(value, from, to);
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-3 last:border-b-0">
      <div className="min-w-0 grow basis-56">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {hint !== undefined && <p className="mt-0.5 text-xs text-pretty text-ink-faint">{hint}</p>}
        {wrong && (
          <p id={`${id}-error`} className="mt-0.5 text-xs text-danger-ink">
            {t("privacy.wrong", { from, to })}
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        <span className="flex items-center gap-2">
          <input
            id={id}
            type="number"
            inputMode="numeric"
            min={from}
            max={to}
            disabled={value === null}
            value={value === null || Number.isNaN(value) ? "" : value}
            aria-invalid={wrong}
            aria-describedby={wrong ? `${id}-error` : undefined}
            onChange={(event) => onChange(event.target.valueAsNumber)}
            className={cx(
              "h-9 w-24 rounded-md border bg-surface px-2 text-ink tabular-nums disabled:opacity-50 pointer-coarse:h-10",
              wrong ? "border-danger" : "border-line-strong",
            )}
          />
          {t("privacy.days")}
        </span>
        {usual !== null && (
          <label className="flex cursor-pointer items-center gap-2">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={value === null}
              onChange={(event) => onChange(event.target.checked ? null : usual)}
            />
            {t("privacy.forever")}
          </label>
        )}
      </div>
    </div>
  );
}

export function isWithin(value: number | null, from: number, to: number): boolean {
  return value === null || (Number.isInteger(value) && value >= from && value <= to);
}
