import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import { Choice } from "@/ui/choice";
import { Dialog } from "@/ui/dialog";
import { Skeleton } from "@/ui/skeleton";
import type { AgentSettings, Locale } from "@/wire/schema";
import { previewRules } from "./api/settings";
import { LANGUAGES, type AgentForm } from "./form";

interface PreviewDialogProps {
  agent: AgentSettings;
  form: AgentForm;
  onClose: () => void;
}

/** The rules with what is typed now, as a model would read them. */
export function PreviewDialog({ agent, form, onClose }: PreviewDialogProps) {
  const { t, locale } = useI18n();
  const { api } = useServices();
  const errorText = useErrorText();
  const [language, setLanguage] = useState<Locale>(locale);
  const { name, subject, instructions } = form;
  const { data, error, isPending } = useQuery({
    queryKey: ["agent-preview", agent.site_id, agent.slug, language, name, subject, instructions],
    queryFn: () => previewRules(api, agent.site_id, agent.slug, { name, subject, instructions, language }),
    staleTime: 0,
  });

  return (
    <Dialog open wide onClose={onClose} title={t("agentEditor.previewTitle")}>
      <div className="mt-4 space-y-4">
        <Choice
          label={t("agentEditor.previewLanguage")}
          value={language}
          options={LANGUAGES.map((value) => ({
            value,
            label: t(value === "ru" ? "agentEditor.inRussian" : "agentEditor.inEnglish"),
          }))}
          onChange={setLanguage}
        />
        {isPending && (
          <div className="space-y-2" aria-busy="true">
            {["w-full", "w-4/5", "w-full", "w-3/5"].map((width, row) => (
              <Skeleton key={row} className={`h-3 ${width}`} />
            ))}
          </div>
        )}
        {error && (
          <p role="alert" className="text-sm text-danger-ink">
            {errorText(toApiError(error))}
          </p>
        )}
        {data?.text === null && (
          <div className="text-sm text-pretty">
            <p className="font-semibold">{t("agentEditor.previewNone")}</p>
            <p className="text-ink-soft">{t("agentEditor.previewNoneText")}</p>
          </div>
        )}
        {data?.text && (
          <>
            <pre
              data-testid="rules"
              // It scrolls, so it is reached by the keyboard too.
              // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
              tabIndex={0}
              className="max-h-[50dvh] overflow-auto rounded-md border border-line bg-sunken p-3 font-sans text-sm whitespace-pre-wrap wrap-anywhere"
            >
              {data.text}
            </pre>
            <p className="text-xs text-ink-faint">
              {t("agentEditor.previewTemplate", { template: data.template ?? "" })}
            </p>
          </>
        )}
        <div className="flex justify-end">
          <Button onClick={onClose}>{t("agentEditor.close")}</Button>
        </div>
      </div>
    </Dialog>
  );
}
