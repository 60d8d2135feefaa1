import { useI18n } from "@/lib/i18n/i18n";
import { Select } from "@/ui/select";
import type { AdapterOption, AdapterOptions, AgentSettingsList } from "@/wire/schema";

/** No version may be called so: their names begin with a letter or a digit. */
const ACTIVE = "-";

interface AdapterFieldProps {
  site: AgentSettingsList;
  options: AdapterOptions | undefined;
  value: string | null;
  onChange: (value: string | null) => void;
}

/** Which version of its adapter the agent speaks with: of those that the servers tell. */
export function AdapterField({ site, options, value, onChange }: AdapterFieldProps) {
  const { t, locale } = useI18n();
  const versions = options?.versions ?? [];
  const active = options?.active;
  const isGone = value !== null && value !== "" && !versions.some(({ version }) => version === value);
  const loss = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });

  function labelOf({ version, loss_before: before, loss_after: after, everywhere }: AdapterOption): string {
    if (!everywhere) return t("agentEditor.adapterSome", { version });
    if (before == null || after == null) return version;
    return t("agentEditor.adapterGain", { version, before: loss.format(before), after: loss.format(after) });
  }

  function hint(): string {
    if (!site.workers) return t("agentEditor.adapterNoWorkers");
    const hasModel = site.backends.some((backend) => backend !== "extractive");
    return t(hasModel ? "agentEditor.adapterHint" : "agentEditor.adapterNoModel");
  }

  return (
    <div>
      <Select
        quiet
        label={t("agentEditor.adapter")}
        value={value ?? ACTIVE}
        onChange={(chosen) => onChange(chosen === ACTIVE ? null : chosen)}
        className="max-w-md"
      >
        <option value={ACTIVE}>
          {active ? t("agentEditor.adapterActiveOf", { version: active }) : t("agentEditor.adapterActive")}
        </option>
        <option value="">{t("agentEditor.adapterNone")}</option>
        {isGone && <option value={value}>{t("agentEditor.adapterGone", { version: value })}</option>}
        {versions.map((option) => (
          <option key={option.version} value={option.version}>
            {labelOf(option)}
          </option>
        ))}
      </Select>
      <p className="mt-1.5 text-xs text-pretty text-ink-faint">{hint()}</p>
    </div>
  );
}
