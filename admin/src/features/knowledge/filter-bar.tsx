import { useId } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { SearchIcon } from "@/ui/icons";
import { Select } from "@/ui/select";
import type { DocumentInfo } from "@/wire/schema";
import { AgentOptions } from "./agent-options";
import { STATES, type DocumentState, type Filters, type Of, type Site } from "./knowledge";

interface FilterBarProps {
  sites: readonly Site[];
  documents: readonly Of<DocumentInfo>[];
  filters: Filters;
  change: (rest: Partial<Filters>) => void;
}

/** By name, by agent and by state; each state says how many there are of it. */
export function FilterBar({ sites, documents, filters, change }: FilterBarProps) {
  const { t } = useI18n();
  const id = useId();
  const count = (state: DocumentState) => documents.filter(({ item }) => item.state === state).length;
  return (
    <div role="search" className="flex flex-wrap gap-2 border-b border-line px-4 py-3">
      <div className="relative min-w-0 grow basis-64">
        <label htmlFor={id} className="sr-only">
          {t("knowledge.search")}
        </label>
        <SearchIcon className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-faint" />
        <input
          id={id}
          type="search"
          value={filters.text}
          placeholder={t("knowledge.search")}
          onChange={(event) => change({ text: event.target.value })}
          className="h-8 w-full rounded-md border border-line bg-surface pr-2 pl-8 text-sm focus-visible:outline-offset-0 pointer-coarse:h-10 pointer-coarse:text-lg"
        />
      </div>
      <Select
        quiet
        label={t("knowledge.agent")}
        value={filters.place}
        onChange={(place) => change({ place })}
        className="min-w-0 grow basis-36 sm:max-w-48"
      >
        <option value="">{t("knowledge.allAgents")}</option>
        <AgentOptions sites={sites} />
      </Select>
      <Select
        quiet
        label={t("knowledge.state")}
        value={filters.state}
        onChange={(state) => change({ state: STATES.find((each) => each === state) ?? "" })}
        className="min-w-0 grow basis-36 sm:max-w-48"
      >
        <option value="">{t("knowledge.allStates")}</option>
        {STATES.map((state) => (
          <option key={state} value={state}>
            {`${t(`knowledge.states.${state}`)} (${count(state)})`}
          </option>
        ))}
      </Select>
    </div>
  );
}
