import { Link } from "react-router";
import { Decision } from "@/assist/trace/decision";
import { Question } from "@/assist/trace/question";
import { Route } from "@/assist/trace/route";
import { Times } from "@/assist/trace/times";
import { formatDecimal } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useAgentName } from "@/lib/i18n/use-agent-name";
import { paths } from "@/lib/paths";
import { StatePanel } from "@/ui/state-panel";
import type { AnswerPassage, AnswerProvenance } from "@/wire/schema";

const SCORES = ["score", "dense", "lexical", "reranked"] as const;

/** What the agents find, best first, with the scores that put it there; beside it how they read the question. */
export function AskResult({ found }: { found: AnswerProvenance }) {
  const { t } = useI18n();
  if (found.passages.length === 0) {
    return (
      <StatePanel testId="ask-nothing" title={t("ask.nothing")}>
        {t("ask.nothingText")}
      </StatePanel>
    );
  }
  const best = Math.max(...found.passages.map((each) => each.score), Number.MIN_VALUE);
  return (
    <div className="grid lg:grid-cols-[1fr_18rem]">
      <ol aria-label={t("ask.found")} className="min-w-0">
        {found.passages.map((passage, index) => (
          <Passage key={passage.passage_id} passage={passage} place={index + 1} share={Math.max(0, passage.score / best)} />
        ))}
      </ol>
      <aside aria-label={t("ask.how")} className="border-line max-lg:border-t lg:border-l">
        <h2 className="sr-only">{t("ask.how")}</h2>
        <Question provenance={found} />
        <Route provenance={found} />
        <Decision provenance={found} />
        <Times stages={found.stage_ms ?? {}} />
      </aside>
    </div>
  );
}

function Passage({ passage, place, share }: { passage: AnswerPassage; place: number; share: number }) {
  const { t, locale } = useI18n();
  const agentName = useAgentName();
  const { title, agent, text, document_id } = passage;
  return (
    <li data-testid="ask-passage" className="border-b border-line px-4 py-3">
      <div className="flex items-baseline gap-2.5">
        <span className="tabular w-5 shrink-0 text-right text-sm text-ink-faint">{place}</span>
        <p className="min-w-0 grow text-sm wrap-anywhere">
          {document_id ? (
            <Link to={paths.document(document_id)} className="font-medium underline-offset-2 hover:underline">
              {title}
            </Link>
          ) : (
            <span className="font-medium">{title}</span>
          )}
          <span className="text-ink-faint"> · {agentName(agent)}</span>
        </p>
      </div>
      <div className="ml-7.5">
        <span aria-hidden="true" className="mt-1.5 block h-1 overflow-hidden rounded-full bg-line">
          <span style={{ width: `${share * 100}%` }} className="block h-full rounded-full bg-agent-mark" />
        </span>
        <dl className="mt-1.5 flex flex-wrap gap-x-4 gap-y-0.5 text-xs text-ink-faint">
          {SCORES.map((name) => {
            const value = passage[name];
            if (typeof value !== "number") return null;
            return (
              <div key={name} className="flex gap-1">
                <dt>{t(`why.scores.${name}`)}</dt>
                <dd className="tabular text-ink-soft">{formatDecimal(locale, value, 3)}</dd>
              </div>
            );
          })}
        </dl>
        {text && (
          <details className="group/text mt-1.5 text-sm text-ink-soft">
            <summary className="line-clamp-2 cursor-pointer list-none wrap-anywhere group-open/text:hidden [&::-webkit-details-marker]:hidden">
              {text}
            </summary>
            <p className="whitespace-pre-line wrap-anywhere">{text}</p>
          </details>
        )}
      </div>
    </li>
  );
}
