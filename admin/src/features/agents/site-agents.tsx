import { useId, useRef, useState } from "react";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { AgentsIcon, PlusIcon } from "@/ui/icons";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import { useToast } from "@/ui/toaster";
import type { AgentSettings, AgentSite } from "@/wire/schema";
import { AgentRow } from "./agent-row";
import { CreateDialog } from "./create-dialog";
import { called } from "./form";
import { useAgentSettings, useOrderAgents, useSwitchAgent } from "./use-settings";

/** The agents of one site: their order and who is on, changed where they stand. */
export function SiteAgents({ site }: { site: AgentSite }) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const id = useId();
  const { data, error, isPending, refetch } = useAgentSettings(site.id);
  const [isCreating, setIsCreating] = useState(false);

  return (
    <section aria-labelledby={id} className="border-b border-line pb-2 last:border-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 pt-4 pb-2">
        <h2 id={id} className="min-w-0 truncate text-sm font-semibold text-ink-soft">
          {site.name}
        </h2>
        <Button onClick={() => setIsCreating(true)}>
          <PlusIcon />
          {t("agentEditor.add")}
        </Button>
      </div>
      {isPending && <SkeletonList rows={4} label={t("agentEditor.loading")} />}
      {error && !data && (
        <StatePanel
          alert
          title={t("agentEditor.failed")}
          actions={<Button onClick={() => void refetch()}>{t("agentEditor.retry")}</Button>}
        >
          {errorText(toApiError(error))}
        </StatePanel>
      )}
      {data?.items.length === 0 && (
        <StatePanel testId="empty" picture={<AgentsIcon className="size-8 stroke-1" />} title={t("agentEditor.empty")}>
          {t("agentEditor.emptyText")}
        </StatePanel>
      )}
      {data && data.items.length > 0 && <Rows site={site} agents={data.items} />}
      <CreateDialog open={isCreating} siteId={site.id} onClose={() => setIsCreating(false)} />
    </section>
  );
}

function Rows({ site, agents }: { site: AgentSite; agents: readonly AgentSettings[] }) {
  const { t, locale } = useI18n();
  const errorText = useErrorText();
  const toast = useToast();
  const order = useOrderAgents(site.id);
  const power = useSwitchAgent(site.id);
  const dragged = useRef<string | null>(null);
  const [said, setSaid] = useState("");
  const slugs = agents.map((agent) => agent.slug);

  function move(slug: string, to: number): void {
    const others = slugs.filter((each) => each !== slug);
    const wanted = others.toSpliced(to, 0, slug);
    if (to < 0 || to >= slugs.length || wanted.join() === slugs.join()) return;
    const agent = agents.find((each) => each.slug === slug);
    if (agent) setSaid(t("agentEditor.moved", { name: called(agent.name, locale), place: to + 1, count: slugs.length }));
    order.mutate(wanted, { onError: refuse });
  }

  function refuse(error: unknown): void {
    toast({ text: `${t("agentEditor.notSaved")} ${errorText(toApiError(error))}` });
  }

  function turn(agent: AgentSettings, enabled: boolean): void {
    const name = called(agent.name, locale);
    power.mutate(
      { slug: agent.slug, enabled },
      {
        onSuccess: () => toast({ text: t(enabled ? "agentEditor.switchedOn" : "agentEditor.switchedOff", { name }) }),
        onError: refuse,
      },
    );
  }

  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      <ul aria-label={t("agentEditor.listOf", { site: site.name })} className="border-t border-line">
        {agents.map((agent, place) => (
          <AgentRow
            key={agent.slug}
            agent={agent}
            isFirst={place === 0}
            isLast={place === agents.length - 1}
            onMove={(step) => move(agent.slug, place + step)}
            onSwitch={(enabled) => turn(agent, enabled)}
            onDrag={() => (dragged.current = agent.slug)}
            onDrop={() => {
              if (dragged.current !== null) move(dragged.current, place);
              dragged.current = null;
            }}
          />
        ))}
      </ul>
      <p className="px-4 pt-2 text-xs text-pretty text-ink-faint">{t("agentEditor.orderHint")}</p>
    </>
  );
}
