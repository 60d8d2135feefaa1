import { useId } from "react";
import { useAgents } from "@/lib/agents";
import { useI18n } from "@/lib/i18n/i18n";
import { Select } from "@/ui/select";
import { PERIODS, type Slice } from "./slice";

interface SliceBarProps {
  slice: Slice;
  change: (rest: Partial<Slice>) => void;
}

/** Which days, which site, which agent. */
export function SliceBar({ slice, change }: SliceBarProps) {
  const { t } = useI18n();
  const { data } = useAgents();
  const agents = data?.items ?? [];
  const sites = [...new Map(agents.map((each) => [each.site_id, each.site_name]))];
  const shown = agents.filter((each) => slice.siteId === "" || each.site_id === slice.siteId);
  const names = [...new Map(shown.map((each) => [each.slug, each.name]))];
  return (
    <div role="search" aria-label={t("analytics.filters.label")} className="flex flex-wrap items-center gap-2 px-4 py-3">
      <Select
        quiet
        label={t("analytics.filters.period")}
        value={slice.days === null ? "custom" : String(slice.days)}
        onChange={(value) =>
          change(value === "custom" ? { days: null } : { days: Number(value), since: "", until: "" })
        }
        className="min-w-0 grow basis-32 sm:max-w-40"
      >
        {PERIODS.map((days) => (
          <option key={days} value={days}>
            {t(`analytics.periods.${days}`)}
          </option>
        ))}
        <option value="custom">{t("analytics.periods.custom")}</option>
      </Select>
      {slice.days === null && <Dates slice={slice} change={change} />}
      {sites.length > 1 && (
        <Select
          quiet
          label={t("analytics.filters.site")}
          value={slice.siteId}
          onChange={(siteId) => change({ siteId, agent: "" })}
          className="min-w-0 grow basis-36 sm:max-w-48"
        >
          <option value="">{t("analytics.filters.allSites")}</option>
          {sites.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <Select
        quiet
        label={t("analytics.filters.agent")}
        value={slice.agent}
        onChange={(agent) => change({ agent })}
        className="min-w-0 grow basis-36 sm:max-w-48"
      >
        <option value="">{t("analytics.filters.allAgents")}</option>
        {names.map(([slug, name]) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </Select>
    </div>
  );
}

function Dates({ slice, change }: SliceBarProps) {
  const { t } = useI18n();
  return (
    <>
      <Day label={t("analytics.filters.since")} value={slice.since} max={slice.until} onChange={(since) => change({ since })} />
      <Day label={t("analytics.filters.until")} value={slice.until} min={slice.since} onChange={(until) => change({ until })} />
    </>
  );
}

interface DayProps {
  label: string;
  value: string;
  min?: string;
  max?: string;
  onChange: (day: string) => void;
}

function Day({ label, value, onChange, ...limits }: DayProps) {
  const id = useId();
  return (
    <span className="flex items-center gap-1.5">
      <label htmlFor={id} className="text-sm text-ink-soft">
        {label}
      </label>
      <input
        id={id}
        type="date"
        required
        value={value}
        {...limits}
        // An emptied or half-typed date is no date yet: what is shown stays.
        onChange={(event) => event.target.validity.valid && onChange(event.target.value)}
        className="h-8 rounded-md border border-line bg-surface px-2 text-sm focus-visible:outline-offset-0 pointer-coarse:h-10 pointer-coarse:text-lg"
      />
    </span>
  );
}
