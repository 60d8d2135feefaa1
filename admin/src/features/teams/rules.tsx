import { useI18n } from "@/lib/i18n/i18n";
import { Select } from "@/ui/select";
import type { AssignmentRules } from "@/wire/schema";

const SECONDS = [30, 60, 120, 300, 600, 1800] as const;
const MINUTE = 60;

interface RulesProps {
  site: string;
  rules: AssignmentRules;
  onChange: (rules: AssignmentRules) => void;
}

/** How what waits at a site finds somebody. */
export function Rules({ site, rules, onChange }: RulesProps) {
  const { t } = useI18n();
  // One that was set by other means stays to be seen.
  const seconds = [...new Set([...SECONDS, rules.take_seconds])].sort((a, b) => a - b);

  function span(value: number): string {
    if (value % MINUTE === 0) return t("teams.minutes", { count: value / MINUTE });
    return t("teams.seconds", { count: value });
  }

  return (
    <div className="mx-4 space-y-4 rounded-xl border border-line p-4">
      <label className="flex items-start gap-2.5 text-sm">
        <input
          type="checkbox"
          data-testid="automatic"
          aria-label={t("teams.automaticAt", { site })}
          checked={rules.automatic}
          onChange={(event) => onChange({ ...rules, automatic: event.target.checked })}
          className="mt-1 accent-accent"
        />
        <span>
          <span className="font-medium">{t("teams.automatic")}</span>
          <span className="block text-xs text-pretty text-ink-faint">{t("teams.automaticText")}</span>
        </span>
      </label>
      <Select
        label={t("teams.takeWithin")}
        value={String(rules.take_seconds)}
        onChange={(value) => onChange({ ...rules, take_seconds: Number(value) })}
        className="max-w-80"
      >
        {seconds.map((each) => (
          <option key={each} value={each}>
            {span(each)}
          </option>
        ))}
      </Select>
    </div>
  );
}
