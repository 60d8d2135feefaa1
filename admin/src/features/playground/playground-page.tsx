import { useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { Trace } from "@/assist/trace/trace";
import { useAgents } from "@/lib/agents";
import { useI18n } from "@/lib/i18n/i18n";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import type { TrialInfo } from "@/wire/schema";
import { historyOf, type Turn } from "./bench";
import { BenchComposer } from "./bench-composer";
import { BenchTurn } from "./bench-turn";
import { Examples } from "./examples";
import { PlaygroundHeader } from "./playground-header";
import { PlaygroundTabs } from "./playground-tabs";
import { NoAgents } from "./no-agents";

/** A conversation with the agents that nobody else sees, and beside it how each answer was made. */
export function PlaygroundPage() {
  const { t } = useI18n();
  const agents = useAgents();
  const [search] = useSearchParams();
  const [turns, setTurns] = useState<readonly Turn[]>([]);
  const [results, setResults] = useState<ReadonlyMap<number, TrialInfo>>(new Map());
  const [looked, setLooked] = useState<number | null>(null);
  const keys = useRef(0);

  const items = (agents.data?.items ?? []).filter((each) => each.enabled);
  const siteId = items.find((each) => each.site_id === search.get("site"))?.site_id ?? items[0]?.site_id;
  const own = items.filter((each) => each.site_id === siteId);
  const agent = own.find((each) => each.slug === search.get("agent"))?.slug ?? "";
  const shown = looked ?? turns.at(-1)?.key ?? null;
  const traced = shown === null ? undefined : results.get(shown)?.answer?.provenance;

  if (agents.isPending) return <SkeletonList rows={5} label={t("app.loading")} />;
  if (siteId === undefined) return <NoAgents error={agents.error} retry={() => void agents.refetch()} />;

  function ask(text: string): void {
    if (siteId === undefined) return;
    keys.current += 1;
    const turn = { key: keys.current, text, siteId, agent, history: historyOf(turns, results) };
    setTurns([...turns, turn]);
    setLooked(null);
  }

  function clear(): void {
    setTurns([]);
    setResults(new Map());
    setLooked(null);
  }

  const isWaiting = turns.length > 0 && !results.has(turns.at(-1)?.key ?? 0);
  return (
    <>
      <PlaygroundHeader agents={items} siteId={siteId} agent={agent} canClear={turns.length > 0} onClear={clear} />
      <PlaygroundTabs section="bench" />
      <div className="flex min-h-0 grow max-lg:flex-col max-lg:overflow-y-auto">
        <section aria-label={t("playground.bench")} className="flex min-w-0 grow flex-col max-lg:min-h-3/4 max-lg:shrink-0 lg:min-h-0">
          <h2 className="sr-only">{t("playground.conversation")}</h2>
          <div
            // A region that scrolls must be reachable by the keyboard.
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
            role="log"
            aria-label={t("playground.conversation")}
            className="grow px-4 py-3 outline-offset-[-2px]! lg:min-h-0 lg:overflow-y-auto"
          >
            {turns.length === 0 ? (
              <StatePanel
                title={t("playground.empty")}
                actions={<Examples siteId={siteId} agent={agent} onAsk={ask} />}
              >
                {t("playground.emptyText")}
              </StatePanel>
            ) : (
              turns.map((turn) => (
                <BenchTurn
                  key={turn.key}
                  turn={turn}
                  isShown={turn.key === shown}
                  onResult={(result) => setResults((before) => new Map(before).set(turn.key, result))}
                  onLook={() => setLooked(turn.key)}
                />
              ))
            )}
          </div>
          <BenchComposer isWaiting={isWaiting} onAsk={ask} />
        </section>
        <aside
          aria-label={t("playground.trace")}
          className="shrink-0 border-line max-lg:border-t lg:min-h-0 lg:w-100 lg:overflow-y-auto lg:border-l"
        >
          <h2 className="sr-only">{t("playground.trace")}</h2>
          {traced ? (
            <Trace provenance={traced} />
          ) : (
            <StatePanel title={t("playground.noTrace")}>{t("playground.noTraceText")}</StatePanel>
          )}
        </aside>
      </div>
    </>
  );
}
