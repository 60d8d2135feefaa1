import { toApiError } from "@/lib/api-error";
import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import type { DiffLine } from "@/wire/schema";
import { useDiff } from "./use-documents";

interface DiffViewProps {
  documentId: string;
  before: number;
  after: number;
}

/** What went and what came between two versions; the words that differ are marked. */
export function DiffView({ documentId, before, after }: DiffViewProps) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const { data, error, isPending, refetch } = useDiff(documentId, before, after);
  if (isPending) return <SkeletonList rows={3} label={t("documents.diffLoading")} />;
  if (error) {
    return (
      <StatePanel
        alert
        title={t("documents.diffFailed")}
        actions={<Button onClick={() => void refetch()}>{t("documents.retry")}</Button>}
      >
        {errorText(toApiError(error))}
      </StatePanel>
    );
  }
  if (data.added === 0 && data.removed === 0) {
    return <p className="px-4 py-4 text-sm text-ink-soft">{t("documents.diffSame")}</p>;
  }
  return (
    <div data-testid="diff">
      <p role="status" className="px-4 pt-3 pb-2 text-xs text-ink-faint">
        {t("documents.diffCounts", { added: data.added, removed: data.removed })}
      </p>
      <ol className="border-y border-line text-sm">
        {data.lines.map((line, place) => (
          <Line key={place} line={line} />
        ))}
      </ol>
      {data.is_cut && <p className="px-4 py-2 text-xs text-ink-faint">{t("documents.diffCut")}</p>}
    </div>
  );
}

const MARKS = { same: "", added: "+", removed: "−" } as const;

function Line({ line: { kind, parts, count } }: { line: DiffLine }) {
  const { t } = useI18n();
  if (kind === "skipped") {
    return (
      <li className="bg-sunken px-4 py-1 text-center text-xs text-ink-faint">
        {t("documents.skipped", { count })}
      </li>
    );
  }
  const Words = kind === "removed" ? "del" : kind === "added" ? "ins" : "span";
  return (
    <li
      data-kind={kind}
      className={cx(
        "flex gap-2 px-4 py-0.5",
        kind === "added" && "bg-accent-tint",
        kind === "removed" && "bg-danger-tint",
      )}
    >
      <span aria-hidden="true" className="w-3 shrink-0 text-center text-ink-faint select-none">
        {MARKS[kind]}
      </span>
      <Words className="min-w-0 whitespace-pre-wrap no-underline wrap-anywhere">
        {kind !== "same" && (
          <span className="sr-only">
            {t(kind === "added" ? "documents.lineAdded" : "documents.lineRemoved")}:{" "}
          </span>
        )}
        {parts.map((part, place) =>
          part.changed ? (
            <mark
              key={place}
              className={cx(
                "rounded-xs font-medium",
                kind === "added" ? "bg-accent/25 text-ink" : "bg-danger/25 text-ink",
              )}
            >
              {part.text}
            </mark>
          ) : (
            <span key={place}>{part.text}</span>
          ),
        )}
      </Words>
    </li>
  );
}
