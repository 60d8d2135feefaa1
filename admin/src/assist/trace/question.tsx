import { useI18n } from "@/lib/i18n/i18n";
import type { AnswerProvenance } from "@/wire/schema";
import { Section } from "./section";

/** What the visitor asked, and how it came to be understood. */
export function Question({ provenance }: { provenance: AnswerProvenance }) {
  const { t } = useI18n();
  const { asked, question, language, steps } = provenance;
  if (asked.length === 0 && !question) return null;

  const told = [asked.join("\n"), ...steps.map((step) => step.text)];
  const searched = question && !told.includes(question) ? question : null;
  return (
    <Section title={t("why.question.title")}>
      {asked.map((text, index) => (
        <blockquote
          key={index}
          className="mt-1 rounded-lg bg-visitor-tint px-3 py-1.5 text-sm whitespace-pre-wrap wrap-anywhere"
        >
          {text}
        </blockquote>
      ))}
      {steps.length > 0 && (
        <ol aria-label={t("why.question.steps")} className="mt-2.5 space-y-2 border-l-2 border-line pl-3">
          {steps.map(({ step, text }, index) => (
            <li key={index} className="text-sm">
              <span className="block text-xs text-ink-faint">{t(`why.steps.${step}`)}</span>
              {text && <span className="whitespace-pre-line wrap-anywhere">{text}</span>}
            </li>
          ))}
        </ol>
      )}
      {searched && (
        <p className="mt-2.5 text-sm">
          <span className="block text-xs text-ink-faint">{t("why.question.searched")}</span>
          <span className="whitespace-pre-line wrap-anywhere">{searched}</span>
        </p>
      )}
      <p className="mt-2 text-xs text-ink-faint empty:hidden">
        {steps.length === 0 && !searched && `${t("why.question.asWritten")} `}
        {language && t(`why.languages.${language}`)}
      </p>
    </Section>
  );
}
