import { useSearchParams } from "react-router";
import { useI18n } from "@/lib/i18n/i18n";
import { Select } from "@/ui/select";
import type { AgentPolicy } from "@/wire/schema";
import type { CorrectionQuery } from "./api/corrections";

interface CorrectionFiltersProps {
  agents: readonly AgentPolicy[];
  query: CorrectionQuery;
}

/** Which corrections are shown; it stands in the address. */
export function CorrectionFilters({ agents, query }: CorrectionFiltersProps) {
  const { t } = useI18n();
  const [, setSearch] = useSearchParams();
  const sites = [...new Map(agents.map((each) => [each.site_id, each.site_name]))];
  const names = [
    ...new Map(
      agents
        .filter((each) => query.site_id === "" || each.site_id === query.site_id)
        .map((each) => [each.slug, each.name]),
    ),
  ];

  function set(name: string, value: string): void {
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        next.set(name, value);
        if (value === "" || (name === "state" && value === "active")) next.delete(name);
        return next;
      },
      { replace: true },
    );
  }

  return (
    <div className="flex flex-wrap gap-2 px-4 py-3">
      {sites.length > 1 && (
        <Select label={t("corrections.site")} quiet value={query.site_id} onChange={(value) => set("site", value)} className="w-40 max-sm:w-full">
          <option value="">{t("corrections.allSites")}</option>
          {sites.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <Select label={t("corrections.state")} quiet value={query.state} onChange={(value) => set("state", value)} className="w-36 max-sm:grow">
        {(["active", "discarded"] as const).map((each) => (
          <option key={each} value={each}>
            {t(`corrections.states.${each}`)}
          </option>
        ))}
      </Select>
      <Select label={t("corrections.kind")} quiet value={query.kind} onChange={(value) => set("kind", value)} className="w-36 max-sm:grow">
        <option value="">{t("corrections.allKinds")}</option>
        {(["answer", "wrong_agent", "hand_over"] as const).map((each) => (
          <option key={each} value={each}>
            {t(`assist.kinds.${each}`)}
          </option>
        ))}
      </Select>
      <Select label={t("corrections.agent")} quiet value={query.agent} onChange={(value) => set("agent", value)} className="w-40 max-sm:grow">
        <option value="">{t("corrections.allAgents")}</option>
        {names.map(([slug, name]) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </Select>
    </div>
  );
}
