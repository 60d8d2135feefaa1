import { useI18n } from "@/lib/i18n/i18n";
import { Select } from "@/ui/select";

/** Zones that this browser knows, and the one that is kept, should it not. */
function zones(kept: string): readonly string[] {
  const known = Intl.supportedValuesOf("timeZone");
  return ["UTC", ...known, kept].filter((zone, at, all) => all.indexOf(zone) === at);
}

/** The time zone of the hours; what its clock shows now tells whether it is the right one. */
export function ZoneField({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const { t, locale } = useI18n();
  const now = new Intl.DateTimeFormat(locale, { timeZone: value, hour: "numeric", minute: "2-digit" }).format(new Date());
  return (
    <div>
      <Select label={t("sites.hours.zone")} value={value} onChange={onChange}>
        {zones(value).map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll("_", " ")}
          </option>
        ))}
      </Select>
      <p className="mt-1 text-xs text-ink-faint">{t("sites.hours.now", { time: now })}</p>
    </div>
  );
}
