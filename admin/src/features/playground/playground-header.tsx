import { useSearchParams } from "react-router";
import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import { TrashIcon } from "@/ui/icons";
import { Select } from "@/ui/select";
import type { AgentPolicy } from "@/wire/schema";

interface PlaygroundHeaderProps {
  agents: readonly AgentPolicy[];
  siteId: string;
  agent: string;
  canClear: boolean;
  onClear: () => void;
}

/** Whom is asked, of which site; it stands in the address. Another site begins a new conversation. */
export function PlaygroundHeader({ agents, siteId, agent, canClear, onClear }: PlaygroundHeaderProps) {
  const { t } = useI18n();
  const [, setSearch] = useSearchParams();
  const sites = [...new Map(agents.map((each) => [each.site_id, each.site_name]))];
  const own = agents.filter((each) => each.site_id === siteId);
  return (
    <header className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2">
      <h1 className="mr-auto text-lg font-semibold tracking-tight">{t("playground.title")}</h1>
      {sites.length > 1 && (
        <Select
          label={t("playground.site")}
          quiet
          value={siteId}
          onChange={(site) => {
            onClear();
            setSearch({ site }, { replace: true });
          }}
          className="w-44 max-sm:grow"
        >
          {sites.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <Select
        label={t("playground.agent")}
        quiet
        value={agent}
        onChange={(slug) => setSearch(slug === "" ? { site: siteId } : { site: siteId, agent: slug }, { replace: true })}
        className="w-48 max-sm:grow"
      >
        <option value="">{t("playground.anyAgent")}</option>
        {own.map((each) => (
          <option key={each.slug} value={each.slug}>
            {each.name}
          </option>
        ))}
      </Select>
      <Button look="ghost" disabled={!canClear} onClick={onClear}>
        <TrashIcon />
        <span className="max-sm:sr-only">{t("playground.clear")}</span>
      </Button>
    </header>
  );
}
