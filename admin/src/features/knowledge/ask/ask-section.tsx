import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { TrialState } from "@/assist/trial/trial-state";
import { useTrial } from "@/assist/trial/use-trial";
import { useI18n } from "@/lib/i18n/i18n";
import { paths } from "@/lib/paths";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { KnowledgeIcon, SearchIcon } from "@/ui/icons";
import { Select } from "@/ui/select";
import { StatePanel } from "@/ui/state-panel";
import type { Site } from "../knowledge";
import { AskResult } from "./ask-result";

/** The question and whom it is for stand in the address: what was found can be passed on. */
export function AskSection({ sites }: { sites: readonly Site[] }) {
  const { t } = useI18n();
  const [search, setSearch] = useSearchParams();
  const [words, setWords] = useState(search.get("q") ?? "");
  const site = sites.find((each) => each.key === search.get("site")) ?? sites[0];
  const agent = site?.agents.find((each) => each.slug === search.get("agent"))?.slug ?? "";
  const trial = useTrial();

  function set(name: string, value: string): void {
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === "") next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  }

  function ask(): void {
    const text = words.trim();
    if (!site || text === "") return;
    set("q", text);
    trial.ask({ kind: "search", site_id: site.id, text, ...(agent === "" ? {} : { agent }) });
  }

  return (
    <>
      <form
        role="search"
        className="flex flex-wrap items-end gap-3 border-b border-line px-4 py-4"
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <div className="min-w-60 grow">
          <Field
            label={t("ask.question")}
            type="search"
            value={words}
            maxLength={4_000}
            placeholder={t("ask.placeholder")}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
        {sites.length > 1 && (
          <Select label={t("ask.site")} value={site?.key ?? ""} onChange={(value) => set("site", value)} className="w-44 max-sm:w-full">
            {sites.map((each) => (
              <option key={each.key} value={each.key}>
                {each.name}
              </option>
            ))}
          </Select>
        )}
        <Select label={t("ask.agent")} value={agent} onChange={(value) => set("agent", value)} className="w-44 max-sm:w-full">
          <option value="">{t("ask.allAgents")}</option>
          {site?.agents.map((each) => (
            <option key={each.slug} value={each.slug}>
              {each.name}
            </option>
          ))}
        </Select>
        <Button type="submit" look="primary" className="h-10" disabled={words.trim() === "" || trial.isPending}>
          <SearchIcon />
          {t("ask.ask")}
        </Button>
      </form>
      <div className="px-4 py-4 empty:hidden">
        <TrialState trial={trial} />
      </div>
      {trial.result?.found ? (
        <AskResult found={trial.result.found} />
      ) : (
        !trial.isPending && (
          <StatePanel
            picture={<KnowledgeIcon className="size-8 stroke-1" />}
            title={t("ask.empty")}
            actions={
              <Link to={paths.playground()} className="text-sm text-accent-ink underline underline-offset-2">
                {t("ask.playground")}
              </Link>
            }
          >
            {t("ask.emptyText")}
          </StatePanel>
        )
      )}
    </>
  );
}
