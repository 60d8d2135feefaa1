import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { caseToChange, newCase, type CaseSeed } from "@/assist/case/form";
import { CaseDialog } from "@/assist/case/case-dialog";
import { useAgents } from "@/lib/agents";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { Choice } from "@/ui/choice";
import { AlertIcon, PlusIcon } from "@/ui/icons";
import { Select } from "@/ui/select";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import { PlaygroundTabs, usePlace } from "../playground-tabs";
import { CaseLook } from "./case-look";
import { CaseRow } from "./case-row";
import { FILTERS, isShown } from "./cases";
import { CaseTable } from "./case-table";
import { RunSummary } from "./run-summary";
import { useCaseChanges, useCases } from "./use-cases";
import { NoAgents } from "../no-agents";

/** The test cases of one site; which one, and what of them is shown, stands in the address. */
export function CasesPage() {
  const { t } = useI18n();
  const agents = useAgents();
  const [search] = useSearchParams();
  const sites = [...new Map((agents.data?.items ?? []).map((each) => [each.site_id, each.site_name]))];
  const siteId = sites.find(([id]) => id === search.get("site"))?.[0] ?? sites[0]?.[0];

  if (agents.isPending) return <SkeletonList rows={5} label={t("app.loading")} />;
  if (siteId === undefined) return <NoAgents error={agents.error} retry={() => void agents.refetch()} />;
  return <CasesOfSite key={siteId} siteId={siteId} sites={sites} />;
}

interface CasesOfSiteProps {
  siteId: string;
  sites: readonly (readonly [string, string])[];
}

function CasesOfSite({ siteId, sites }: CasesOfSiteProps) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const place = usePlace();
  const [search, setSearch] = useSearchParams();
  const { data, error, refetch } = useCases(siteId);
  const { run, stop, remove } = useCaseChanges(siteId);
  const [edited, setEdited] = useState<CaseSeed | null>(null);
  const [looked, setLooked] = useState<string | null>(null);

  const filter = FILTERS.find((each) => each === search.get("show")) ?? "all";
  const items = data?.items ?? [];
  const shown = items.filter((each) => isShown(each, filter));
  const last = data?.runs[0];
  const isRunning = last?.state === "running" || run.isPending;
  const look = items.find((each) => each.id === looked);

  return (
    <>
      <header className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2">
        <h1 className="mr-auto text-lg font-semibold tracking-tight">{t("playground.title")}</h1>
        {sites.length > 1 && (
          <Select label={t("cases.site")} quiet value={siteId} onChange={(site) => setSearch({ site }, { replace: true })} className="w-44 max-sm:grow">
            {sites.map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
        {data && <CaseTable siteId={siteId} items={items} />}
        <Button onClick={() => setEdited(newCase(siteId))}>
          <PlusIcon />
          {t("cases.add")}
        </Button>
        {last?.state === "running" ? (
          <Button disabled={stop.isPending} onClick={() => stop.mutate(last.id)}>
            {t("cases.stop")}
          </Button>
        ) : (
          <Button look="primary" disabled={items.length === 0 || isRunning} onClick={() => run.mutate([])}>
            {t("cases.runAll")}
          </Button>
        )}
      </header>
      <PlaygroundTabs section="cases" />
      <div className="relative flex min-h-0 grow">
        <section
          aria-label={t("cases.title")}
          // A region that scrolls must be reachable by the keyboard.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          className="flex min-w-0 grow flex-col overflow-y-auto outline-offset-[-2px]!"
        >
          {!data && error ? (
            <StatePanel
              alert
              picture={<AlertIcon className="size-7" />}
              title={t("cases.failed")}
              actions={<Button onClick={() => void refetch()}>{t("inbox.retry")}</Button>}
            >
              {errorText(toApiError(error))}
            </StatePanel>
          ) : !data ? (
            <SkeletonList rows={5} label={t("cases.loading")} />
          ) : items.length === 0 ? (
            <StatePanel
              testId="no-cases"
              title={t("cases.empty")}
              actions={
                <Link
                  to={place("bench")}
                  className="inline-flex h-8 items-center rounded-md bg-accent px-3 text-sm font-medium text-on-accent hover:bg-accent-hover pointer-coarse:h-10"
                >
                  {t("cases.toBench")}
                </Link>
              }
            >
              {t("cases.emptyText")}
            </StatePanel>
          ) : (
            <>
              {last && <RunSummary run={last} />}
              <div className="px-4 py-3">
                <p className="mb-2 max-w-prose text-sm text-pretty text-ink-soft">{t("cases.lead")}</p>
                <div className="max-w-md">
                  <Choice
                    label={t("cases.shown")}
                    value={filter}
                    options={FILTERS.map((value) => ({
                      value,
                      label: t(`cases.filters.${value}`, { count: items.filter((each) => isShown(each, value)).length }),
                    }))}
                    onChange={(show) => setSearch(show === "all" ? { site: siteId } : { site: siteId, show }, { replace: true })}
                  />
                </div>
              </div>
              {shown.length === 0 ? (
                <StatePanel title={t("cases.nothing")}>{t("cases.nothingText")}</StatePanel>
              ) : (
                <ol aria-label={t("cases.list")} className="border-t border-line">
                  {shown.map((each) => (
                    <CaseRow
                      key={each.id}
                      item={each}
                      isLookedAt={each.id === looked}
                      canRun={!isRunning}
                      onLook={() => setLooked(each.id === looked ? null : each.id)}
                      onRun={() => run.mutate([each.id])}
                      onEdit={() => setEdited(caseToChange(each))}
                      onDelete={() => remove.mutate(each)}
                    />
                  ))}
                </ol>
              )}
            </>
          )}
        </section>
        {look && <CaseLook key={look.id} item={look} onClose={() => setLooked(null)} />}
      </div>
      {edited && <CaseDialog seed={edited} onClose={() => setEdited(null)} />}
    </>
  );
}
