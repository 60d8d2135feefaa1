import { useState } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import { EyeIcon } from "@/ui/icons";
import { TextArea } from "@/ui/text-area";
import type { AgentSettings } from "@/wire/schema";
import { INSTRUCTIONS_LIMIT, LANGUAGES, type AgentForm } from "./form";
import { PreviewDialog } from "./preview-dialog";

/** Nearer to the end than this the characters left are counted. */
const NEAR = 300;

interface InstructionsFieldsProps {
  agent: AgentSettings;
  form: AgentForm;
  change: (part: Partial<AgentForm>) => void;
}

/** What the agent is told besides the shipped rules, and how the whole reads. */
export function InstructionsFields({ agent, form, change }: InstructionsFieldsProps) {
  const { t } = useI18n();
  const [isShown, setIsShown] = useState(false);
  const inLanguage = { ru: t("agentEditor.inRussian"), en: t("agentEditor.inEnglish") };

  return (
    <>
      <p className="text-sm text-pretty text-ink-soft">
        {t("agentEditor.instructionsHint")}
        {agent.instructions_version > 0 &&
          ` (${t("agentEditor.instructionsVersion", { version: agent.instructions_version })})`}
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        {LANGUAGES.map((language) => {
          const left = INSTRUCTIONS_LIMIT - Array.from(form.instructions[language]).length;
          return (
            <TextArea
              key={language}
              label={inLanguage[language]}
              rows={6}
              value={form.instructions[language]}
              {...(left >= 0 && left < NEAR ? { hint: t("agentEditor.left", { count: left }) } : {})}
              error={left < 0 ? t("agentEditor.tooLong", { count: -left }) : undefined}
              onChange={(event) => change({ instructions: { ...form.instructions, [language]: event.target.value } })}
            />
          );
        })}
      </div>
      <Button onClick={() => setIsShown(true)}>
        <EyeIcon />
        {t("agentEditor.preview")}
      </Button>
      {isShown && <PreviewDialog agent={agent} form={form} onClose={() => setIsShown(false)} />}
    </>
  );
}
