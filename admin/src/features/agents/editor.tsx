import { useRef, useState, type ReactNode } from "react";
import { useAgents } from "@/lib/agents";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { Switch } from "@/ui/switch";
import { useToast } from "@/ui/toaster";
import { UnsavedGuard } from "@/ui/unsaved-guard";
import type { AgentSettings, AgentSettingsList } from "@/wire/schema";
import { AdapterField } from "./adapter-field";
import { AgentPolicy } from "./agent-policy";
import { called, hasProblems, isSame, problemsOf, toBody, toForm, type AgentForm } from "./form";
import { InstructionsFields } from "./instructions-fields";
import { MoreActions } from "./more-actions";
import { ScopeField } from "./scope-field";
import { usePutAgent, useSwitchAgent } from "./use-settings";
import { WordsFields } from "./words-fields";

interface EditorProps {
  site: AgentSettingsList;
  agent: AgentSettings;
}

/** The form of an agent. What is typed stays until it is saved or discarded, whatever others save. */
export function Editor({ site, agent }: EditorProps) {
  const { t, locale } = useI18n();
  const errorText = useErrorText();
  const toast = useToast();
  const put = usePutAgent(agent.site_id, agent.slug);
  const power = useSwitchAgent(agent.site_id);
  const [draft, setDraft] = useState<AgentForm | null>(null);
  const [isTried, setIsTried] = useState(false);
  const page = useRef<HTMLFormElement>(null);
  const kept = toForm(agent);
  const form = draft ?? kept;
  const isDirty = draft !== null && !isSame(draft, kept);
  const problems = problemsOf(form);
  const name = called(agent.name, locale);
  const isConflict = put.isError && toApiError(put.error).code === "agent_changed";

  function change(part: Partial<AgentForm>): void {
    setDraft({ ...form, ...part });
  }

  function discard(): void {
    setDraft(null);
    setIsTried(false);
    put.reset();
  }

  function save(): void {
    setIsTried(true);
    if (put.isPending) return;
    if (hasProblems(problems)) {
      requestAnimationFrame(() => page.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
      return;
    }
    put.mutate(toBody(form, agent.version), {
      onSuccess: (saved) => {
        setDraft(null);
        setIsTried(false);
        toast({ text: t("agentEditor.saved", { name: called(saved.name, locale) }) });
      },
    });
  }

  function turn(enabled: boolean): void {
    power.mutate(
      { slug: agent.slug, enabled },
      {
        onSuccess: () => toast({ text: t(enabled ? "agentEditor.switchedOn" : "agentEditor.switchedOff", { name }) }),
        onError: (error) => toast({ text: `${t("agentEditor.notSaved")} ${errorText(toApiError(error))}` }),
      },
    );
  }

  return (
    <>
      <title>{`${name} · ${t("app.name")}`}</title>
      <header className="flex flex-wrap items-start justify-between gap-3 border-b border-line px-4 pb-4">
        <div className="min-w-0">
          <h1 className="text-lg font-semibold tracking-tight text-balance wrap-anywhere">{name}</h1>
          <p className="text-sm text-ink-faint">{`${agent.slug} · ${site.site_name}`}</p>
        </div>
        <Switch label={t("agentEditor.on")} checked={agent.enabled} onChange={turn} />
      </header>
      <form
        ref={page}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Part title={t("agentEditor.words")}>
          <WordsFields form={form} problems={isTried ? problems : null} change={change} />
        </Part>
        <Part title={t("agentEditor.instructions")}>
          <InstructionsFields agent={agent} form={form} change={change} />
        </Part>
        <Part title={t("agentEditor.knowledge")}>
          <ScopeField value={form.knowledge} onChange={(knowledge) => change({ knowledge })} />
        </Part>
        <Part title={t("agentEditor.adapter")}>
          <AdapterField
            site={site}
            options={site.adapters.find((each) => each.slug === agent.slug)}
            value={form.adapter}
            onChange={(adapter) => change({ adapter })}
          />
        </Part>
        {(isDirty || put.isError) && (
          <div className="sticky bottom-0 z-2 border-y border-line bg-raised px-4 py-3 max-md:bottom-14">
            {put.isError && (
              <p role="alert" className="mb-2 text-sm text-pretty text-danger-ink">
                {isConflict
                  ? `${t("agentEditor.conflict")} ${t("agentEditor.conflictText")}`
                  : `${t("agentEditor.notSaved")} ${errorText(toApiError(put.error))}`}
              </p>
            )}
            <div className="flex flex-wrap items-center justify-end gap-2">
              <span className="mr-auto text-sm text-ink-soft">{t("agentEditor.unsaved")}</span>
              <Button onClick={discard}>{t("agentEditor.cancel")}</Button>
              <Button type="submit" look="primary" aria-disabled={put.isPending}>
                {t(put.isPending ? "agentEditor.saving" : "agentEditor.save")}
              </Button>
            </div>
          </div>
        )}
      </form>
      <Policy agent={agent} title={t("agentEditor.errors")} />
      <Part title={t("agentEditor.more")}>
        <MoreActions site={site} agent={agent} />
      </Part>
      <UnsavedGuard
        when={isDirty}
        title={t("agentEditor.leave.title")}
        text={t("agentEditor.leave.text")}
        stay={t("agentEditor.leave.stay")}
        leave={t("agentEditor.leave.go")}
      />
    </>
  );
}

/** How far the agent may err, as on the page of all policies; nothing until that is known. */
function Policy({ agent, title }: { agent: AgentSettings; title: string }) {
  const { data } = useAgents();
  const policy = data?.items.find((each) => each.site_id === agent.site_id && each.slug === agent.slug);
  if (!policy || !data?.curve || data.curve.points.length === 0) return null;
  return (
    <section aria-label={title} className="border-b border-line">
      <ul>
        <AgentPolicy agent={policy} curve={data.curve} siteName={null} />
      </ul>
    </section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="space-y-4 border-b border-line px-4 py-5">
      <legend className="float-left mb-3 w-full text-base font-semibold">{title}</legend>
      <div className="clear-both space-y-4">{children}</div>
    </fieldset>
  );
}
