import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { Markdown } from "@/ui/markdown";
import { More } from "@/ui/more";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import type { DocumentInfo, PassageInfo } from "@/wire/schema";
import { isUnderWay } from "./knowledge";
import { usePassages } from "./use-knowledge";

/** What the agents are given of a document, in its order. */
export function Passages({ document }: { document: DocumentInfo }) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const { data, error, isPending, refetch, ...query } = usePassages(document);

  if (isPending) return <SkeletonList rows={4} label={t("app.loading")} />;
  if (!data) {
    return (
      <StatePanel
        alert
        title={t("knowledge.passagesFailed")}
        actions={<Button onClick={() => void refetch()}>{t("inbox.retry")}</Button>}
      >
        {errorText(toApiError(error))}
      </StatePanel>
    );
  }
  const passages = data.pages.flatMap((page) => page.items);
  const [first] = passages;
  if (!first) {
    return (
      <StatePanel title={t("knowledge.noPassages")}>
        {t(isUnderWay(document) ? "knowledge.noPassagesYet" : "knowledge.noPassagesText")}
      </StatePanel>
    );
  }
  return (
    <>
      {first.version < document.version && (
        <p role="status" className="border-b border-line bg-waiting-tint px-4 py-2 text-sm text-waiting-ink">
          {t("knowledge.older", { version: first.version })}
        </p>
      )}
      <ol aria-label={t("knowledge.passagesLabel")}>
        {passages.map((passage) => (
          <Passage key={passage.id} passage={passage} />
        ))}
      </ol>
      {query.hasNextPage && (
        <More
          key={passages.length}
          label={t(query.isFetchingNextPage ? "inbox.loadingMore" : "inbox.loadMore")}
          loading={query.isFetchingNextPage}
          failure={query.isFetchNextPageError ? t("inbox.moreFailed") : null}
          load={() => void query.fetchNextPage()}
        />
      )}
    </>
  );
}

function Passage({ passage }: { passage: PassageInfo }) {
  const { t } = useI18n();
  return (
    <li data-testid="passage" className="offscreen-free border-b border-line px-4 py-3 last:border-0">
      <h2 className="flex items-baseline gap-2 text-sm font-semibold">
        <span className="tabular text-xs font-normal text-ink-faint">{passage.ordinal}</span>
        <span className="min-w-0 wrap-anywhere">{passage.title}</span>
      </h2>
      <div className="mt-1 text-sm wrap-anywhere">
        <Markdown text={passage.text} />
      </div>
      {passage.phrasings.length > 0 && (
        <p className="mt-1.5 text-xs text-pretty text-ink-faint">
          {t("knowledge.asked", { phrasings: passage.phrasings.join("; ") })}
        </p>
      )}
    </li>
  );
}
