import { useI18n } from "@/lib/i18n/i18n";
import { safeLink } from "@/lib/markdown/parse";
import { ChevronIcon } from "@/ui/icons";
import { SafeLink } from "@/ui/safe-link";
import type { Citation } from "@/wire/schema";

interface CitationsProps {
  messageId: string;
  citations: readonly Citation[];
}

export function citationId(messageId: string, n: number): string {
  return `source-${messageId}-${n}`;
}

/** What an answer stands on: the titles at once, the quoted words on demand. */
export function Citations({ messageId, citations }: CitationsProps) {
  const { t } = useI18n();
  return (
    <section className="mt-3 border-t border-agent-line pt-2">
      <h3 className="text-xs font-medium text-ink-faint">
        {t("conversation.sources", { count: citations.length })}
      </h3>
      <ul className="mt-0.5">
        {citations.map((citation) => (
          <li key={citation.n}>
            <details id={citationId(messageId, citation.n)} className="group/source">
              <summary className="-mx-1.5 flex list-none items-start gap-1.5 rounded-sm px-1.5 py-0.5 text-sm hover:bg-ink/5 [&::-webkit-details-marker]:hidden">
                <span className="tabular w-4 shrink-0 text-right text-ink-faint">{citation.n}</span>
                <span className="min-w-0 grow font-medium wrap-anywhere">{citation.title}</span>
                <ChevronIcon className="mt-1 size-3 text-ink-faint transition-transform group-open/source:rotate-90" />
              </summary>
              <div className="mb-1.5 ml-5.5 border-l-2 border-agent-line pl-3 text-sm text-ink-soft">
                <blockquote className="whitespace-pre-line wrap-anywhere">{citation.quote}</blockquote>
                <Origin url={citation.url} />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Origin({ url }: { url: string | null | undefined }) {
  const link = safeLink(url);
  if (!link) return null;
  return (
    <p className="mt-1">
      <SafeLink href={link.href} host={link.host} text={link.host} />
    </p>
  );
}
