import { useI18n } from "@/lib/i18n/i18n";
import { Field } from "@/ui/field";
import { TextArea } from "@/ui/text-area";
import type { Locale } from "@/wire/schema";
import { LANGUAGES, type AgentForm, type AgentProblems } from "./form";

const IN = { ru: "agentEditor.inRussian", en: "agentEditor.inEnglish" } as const;

interface WordsFieldsProps {
  form: AgentForm;
  /** Said once somebody has tried to save. */
  problems: AgentProblems | null;
  change: (part: Partial<AgentForm>) => void;
}

/** Name, subject and example questions, side by side in both languages. */
export function WordsFields({ form, problems, change }: WordsFieldsProps) {
  const { t } = useI18n();
  const label = (what: string, language: Locale) => `${what}, ${t(IN[language]).toLocaleLowerCase()}`;
  const missing = (isMissing: boolean | undefined) => (isMissing ? t("agentEditor.one") : undefined);
  return (
    <div className="grid gap-x-4 gap-y-4 sm:grid-cols-2">
      {LANGUAGES.map((language) => (
        <Field
          key={`name-${language}`}
          label={label(t("agentEditor.name"), language)}
          value={form.name[language]}
          maxLength={60}
          error={missing(problems?.name)}
          onChange={(event) => change({ name: { ...form.name, [language]: event.target.value } })}
        />
      ))}
      {LANGUAGES.map((language) => (
        <TextArea
          key={`subject-${language}`}
          label={label(t("agentEditor.subject"), language)}
          hint={t("agentEditor.subjectHint")}
          rows={2}
          maxLength={300}
          value={form.subject[language]}
          error={missing(problems?.subject)}
          onChange={(event) => change({ subject: { ...form.subject, [language]: event.target.value } })}
        />
      ))}
      {LANGUAGES.map((language) => (
        <TextArea
          key={`examples-${language}`}
          label={label(t("agentEditor.examples"), language)}
          hint={t("agentEditor.examplesHint")}
          rows={4}
          value={form.examples[language]}
          error={problems?.examples[language] ? t("agentEditor.examplesMany") : undefined}
          onChange={(event) => change({ examples: { ...form.examples, [language]: event.target.value } })}
        />
      ))}
    </div>
  );
}
