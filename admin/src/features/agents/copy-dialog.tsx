import { useState } from "react";
import { useAgents } from "@/lib/agents";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { useToast } from "@/ui/toaster";
import type { AgentSettings } from "@/wire/schema";
import { called } from "./form";
import { useCopyAgent } from "./use-settings";

/** The same agent on another site, with what it knows if wanted. */
export function CopyDialog({ agent, onClose }: { agent: AgentSettings; onClose: () => void }) {
  const { t, locale } = useI18n();
  const errorText = useErrorText();
  const toast = useToast();
  const agents = useAgents();
  const copy = useCopyAgent(agent.site_id, agent.slug);
  const sites = (agents.data?.sites ?? []).filter((site) => site.id !== agent.site_id);
  const [chosen, setChosen] = useState<string | null>(null);
  const [slug, setSlug] = useState(agent.slug);
  const [documents, setDocuments] = useState(false);
  const site = sites.find(({ id }) => id === chosen) ?? sites[0];
  const name = called(agent.name, locale);

  function submit(): void {
    if (!site || copy.isPending) return;
    copy.mutate(
      { site_id: site.id, slug: slug.trim() || null, documents },
      {
        onSuccess: () => {
          toast({ text: t("agentEditor.copied", { name, site: site.name }) });
          onClose();
        },
      },
    );
  }

  return (
    <Dialog open onClose={onClose} title={t("agentEditor.copyTitle", { name })}>
      {site ? (
        <form
          noValidate
          className="mt-4 space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Select label={t("agentEditor.copySite")} value={site.id} onChange={setChosen}>
            {sites.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </Select>
          <Field
            label={t("agentEditor.copySlug")}
            value={slug}
            maxLength={32}
            spellCheck={false}
            onChange={(event) => setSlug(event.target.value.toLowerCase())}
          />
          <label className="flex items-start gap-2.5 text-sm">
            <input
              type="checkbox"
              checked={documents}
              onChange={(event) => setDocuments(event.target.checked)}
              className="mt-1 accent-accent"
            />
            <span>
              {t("agentEditor.copyDocuments")}
              <span className="block text-xs text-ink-faint">{t("agentEditor.copyHint")}</span>
            </span>
          </label>
          {copy.isError && (
            <p role="alert" className="text-sm text-danger-ink">
              {errorText(toApiError(copy.error))}
            </p>
          )}
          <div className="flex justify-end gap-2">
            <Button onClick={onClose}>{t("agentEditor.create.cancel")}</Button>
            <Button type="submit" look="primary" aria-disabled={copy.isPending}>
              {t(copy.isPending ? "agentEditor.copyPending" : "agentEditor.copySubmit")}
            </Button>
          </div>
        </form>
      ) : (
        <div className="mt-2 space-y-4">
          <p className="text-sm text-ink-soft">{t("agentEditor.copyNowhere")}</p>
          <div className="flex justify-end">
            <Button onClick={onClose}>{t("agentEditor.close")}</Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
