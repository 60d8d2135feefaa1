import { memo } from "react";
import { Link } from "react-router";
import { useNow } from "@/lib/clock";
import { useI18n } from "@/lib/i18n/i18n";
import { formatFull, formatMoment } from "@/lib/i18n/format";
import { paths } from "@/lib/paths";
import type { DocumentInfo } from "@/wire/schema";
import { DocumentFacts } from "./document-facts";
import { titleOf } from "./knowledge";
import { StateMark } from "./state-mark";
import { useProblemText } from "./troubles";

interface DocumentRowProps {
  document: DocumentInfo;
  /** What is looked for, to come back to. */
  search: string;
}

export const DocumentRow = memo(function DocumentRow({ document, search }: DocumentRowProps) {
  const { locale } = useI18n();
  const problemText = useProblemText();
  const now = useNow();
  const title = titleOf(document);
  const [problem] = document.errors;
  return (
    <li className="offscreen-free">
      <Link
        to={paths.document(document.id) + search}
        data-testid="document"
        data-state={document.state}
        className="flex gap-2.5 border-b border-line px-4 py-2.5 outline-offset-[-2px]! hover:bg-hover focus-visible:bg-hover"
      >
        <StateMark state={document.state} className="mt-0.5" />
        <span className="min-w-0 grow">
          <span className="flex items-baseline justify-between gap-3">
            <span className="truncate text-sm font-medium">{title}</span>
            <time
              dateTime={document.updated_at}
              title={formatFull(locale, document.updated_at)}
              className="tabular shrink-0 text-xs text-ink-faint"
            >
              {formatMoment(locale, document.updated_at, now)}
            </time>
          </span>
          {title !== document.name && (
            <span className="block truncate text-xs text-ink-faint">{document.name}</span>
          )}
          <span className="mt-px block text-xs text-ink-faint">
            <DocumentFacts document={document} />
          </span>
          {problem && (
            <span
              className={`mt-1 block text-sm text-pretty ${document.state === "failed" ? "text-danger-ink" : "text-waiting-ink"}`}
            >
              {problemText(problem)}
            </span>
          )}
        </span>
      </Link>
    </li>
  );
});
