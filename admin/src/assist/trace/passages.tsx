import { formatDecimal } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useAgentName } from "@/lib/i18n/use-agent-name";
import { safeLink } from "@/lib/markdown/parse";
import { ChevronIcon } from "@/ui/icons";
import { SafeLink } from "@/ui/safe-link";
import type { AnswerPassage } from "@/wire/schema";
import { Section } from "./section";

const SCORES = ["score", "dense", "lexical", "reranked"] as const;

/** What the answer was chosen from, best first, and what of it is cited. */
export function Passages({ passages }: { passages: readonly AnswerPassage[] }) {
  const { t } = useI18n();
  if (passages.length === 0) return null;
  return (
    <Section title={t("why.passages.title", { count: passages.length })}>
      <ol className="-mx-1.5">
        {passages.map((passage) => (
          <li key={passage.passage_id} className="border-t border-line py-2 first:border-0 first:pt-0">
            <Passage passage={passage} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Passage({ passage }: { passage: AnswerPassage }) {
  const { t } = useI18n();
  const agentName = useAgentName();
  const { title, agent, cited, text, url } = passage;
  const link = safeLink(url);
  return (
    <>
      <details className="group/passage text-sm">
        <summary className="flex list-none items-start gap-1.5 rounded-sm px-1.5 py-0.5 hover:bg-hover [&::-webkit-details-marker]:hidden">
          <ChevronIcon className="mt-1 size-3 text-ink-faint transition-transform group-open/passage:rotate-90" />
          <span className="min-w-0 grow wrap-anywhere">
            <span className="font-medium">{title}</span>
            <span className="text-ink-faint"> · {agentName(agent)}</span>
            {cited.length > 0 && (
              <span className="ml-1.5 inline-block rounded-sm bg-agent-tint px-1 text-xs font-medium text-agent-ink inset-ring inset-ring-agent-line">
                {t("why.passages.cited", { numbers: cited.map((n) => `[${n}]`).join(" ") })}
              </span>
            )}
          </span>
        </summary>
        <div className="mt-1 mr-1.5 ml-6 text-ink-soft">
          {text ? (
            <blockquote className="border-l-2 border-line pl-3 whitespace-pre-line wrap-anywhere">
              {text}
            </blockquote>
          ) : (
            <p className="text-xs text-ink-faint">{t("why.passages.gone")}</p>
          )}
          {link && (
            <p className="mt-1">
              <SafeLink href={link.href} host={link.host} text={link.host} />
            </p>
          )}
        </div>
      </details>
      <Scores passage={passage} />
    </>
  );
}

function Scores({ passage }: { passage: AnswerPassage }) {
  const { t, locale } = useI18n();
  return (
    <dl className="mt-0.5 mr-1.5 ml-6 flex flex-wrap gap-x-3 gap-y-0.5 text-xs text-ink-faint">
      {SCORES.map((name) => {
        const value = passage[name];
        if (typeof value !== "number") return null;
        return (
          <div key={name} className="flex gap-1">
            <dt>{t(`why.scores.${name}`)}</dt>
            <dd className="tabular text-ink-soft">{formatDecimal(locale, value, 2)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
