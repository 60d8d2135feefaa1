import { useI18n } from "@/lib/i18n/i18n";
import { formatLanguage, formatSize } from "@/lib/i18n/format";
import type { DocumentInfo } from "@/wire/schema";
import { StateWord } from "./state-mark";

/** State, passages, language, size and version of a document, in one line. */
export function DocumentFacts({ document }: { document: DocumentInfo }) {
  const { t, locale } = useI18n();
  const facts = [
    document.passages > 0 && t("knowledge.passages", { count: document.passages }),
    document.language && formatLanguage(locale, document.language),
    document.size > 0 && formatSize(locale, document.size),
    document.version > 1 && t("knowledge.version", { version: document.version }),
  ].filter(Boolean);
  return (
    <>
      <StateWord state={document.state} />
      {facts.length > 0 && ` · ${facts.join(" · ")}`}
    </>
  );
}
