import { useCallback } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import type { KnowledgeProblem, Locale } from "@/wire/schema";
import en from "./troubles.en.json";
import ru from "./troubles.ru.json";

// Beside the page and not in the console's dictionaries: the inbox does not wait for them.
const SENTENCES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { ru, en };

/** What is wrong and what to do, or null for a code that is none of a document's. */
export function useTroubleText(): (code: string) => string | null {
  const { locale } = useI18n();
  return useCallback((code) => SENTENCES[locale][code] ?? null, [locale]);
}

/** The same of what the platform reports; a code that is newer than we has the platform's words. */
export function useProblemText(): (problem: KnowledgeProblem) => string {
  const troubleText = useTroubleText();
  return useCallback((problem) => troubleText(problem.code) ?? problem.message, [troubleText]);
}
