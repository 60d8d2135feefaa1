import { useState } from "react";
import { useNavigate } from "react-router";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { paths } from "@/lib/paths";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { useToast } from "@/ui/toaster";
import type { AgentSettings } from "@/wire/schema";
import { called } from "./form";
import { useDeleteAgent } from "./use-settings";

/** An agent that nothing hangs on, deleted by its name; of another, what hangs on it. */
export function DeleteDialog({ agent, onClose }: { agent: AgentSettings; onClose: () => void }) {
  const { t, locale } = useI18n();
  const errorText = useErrorText();
  const toast = useToast();
  const navigate = useNavigate();
  const remove = useDeleteAgent(agent.site_id, agent.slug);
  const [typed, setTyped] = useState("");
  const name = called(agent.name, locale);
  const { documents, sources, conversations } = agent;
  const hanging = [
    documents > 0 && t("agentEditor.documents", { count: documents }),
    sources > 0 && t("agentEditor.sources", { count: sources }),
    conversations > 0 && t("agentEditor.conversations", { count: conversations }),
  ].filter(Boolean);
  const isMeant = typed.trim() === name;

  function submit(): void {
    if (!isMeant || remove.isPending) return;
    remove.mutate(name, {
      onSuccess: () => {
        toast({ text: t("agentEditor.deleted", { name }) });
        void navigate(paths.agents(), { replace: true });
      },
    });
  }

  return (
    <Dialog open onClose={onClose} title={t("agentEditor.deleteTitle", { name })}>
      {hanging.length > 0 ? (
        <p className="mt-1.5 text-sm text-pretty text-ink-soft">
          {t("agentEditor.inUse", { what: hanging.join(", ") })}
        </p>
      ) : (
        <form
          id="delete-agent"
          noValidate
          className="mt-1.5 space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <p className="text-sm text-pretty text-ink-soft">{t("agentEditor.deleteText", { name })}</p>
          <Field
            label={t("agentEditor.deleteName")}
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
        </form>
      )}
      {remove.isError && (
        <p role="alert" className="mt-2 text-sm text-danger-ink">
          {errorText(toApiError(remove.error))}
        </p>
      )}
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{t(hanging.length > 0 ? "agentEditor.close" : "agentEditor.create.cancel")}</Button>
        {hanging.length === 0 && (
          <Button type="submit" form="delete-agent" look="danger" disabled={!isMeant} aria-disabled={remove.isPending}>
            {t(remove.isPending ? "agentEditor.deletePending" : "agentEditor.deleteSubmit")}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
