import { useState } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { formatDecimal } from "@/lib/i18n/format";
import { Field } from "@/ui/field";
import { isAccent, legibility } from "./contrast";

interface AccentFieldProps {
  value: string;
  onChange: (accent: string) => void;
}

/** The accent, and whether what is written on it, and it itself, can be seen. */
export function AccentField({ value, onChange }: AccentFieldProps) {
  const { t, locale } = useI18n();
  const good = isAccent(value);
  // The platform's own field knows whole colours alone: while one is typed it keeps the last.
  const [whole, setWhole] = useState(value);
  if (good && whole !== value) setWhole(value);
  return (
    <div>
      <div className="flex items-end gap-2">
        <div className="min-w-0 grow">
          <Field
            label={t("sites.look.accent")}
            value={value}
            maxLength={7}
            spellCheck={false}
            autoComplete="off"
            error={good ? undefined : t("sites.look.accentWrong")}
            onChange={(event) => onChange(event.target.value.trim().toLowerCase())}
          />
        </div>
        <input
          type="color"
          aria-label={t("sites.look.pick")}
          value={whole}
          onChange={(event) => onChange(event.target.value)}
          className={`h-10 w-14 shrink-0 cursor-pointer rounded-md border border-line-strong bg-surface p-1 ${good ? "" : "mb-[1.625rem]"}`}
        />
      </div>
      {good && <Verdict accent={value} locale={locale} />}
    </div>
  );
}

function Verdict({ accent, locale }: { accent: string; locale: "ru" | "en" }) {
  const { t } = useI18n();
  const { letters, ratio, onLight, onDark } = legibility(accent);
  const weak = !onLight && onDark ? "light" : onLight && !onDark ? "dark" : null;
  return (
    <p role="status" className="mt-1.5 text-xs text-pretty text-ink-faint">
      {t(`sites.look.letters.${letters}`, { ratio: formatDecimal(locale, ratio, 1) })}
      {weak !== null && <span className="block text-waiting-ink">{t(`sites.look.weak.${weak}`)}</span>}
    </p>
  );
}
