import { formatFull } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import type { CaseRun } from "@/wire/schema";
import { judgedIn } from "./cases";

/** How far the run is, or what came of the last one. */
export function RunSummary({ run }: { run: CaseRun }) {
  const { t, locale } = useI18n();
  const judged = judgedIn(run);
  const parts = [
    t("cases.passed", { count: run.passed }),
    run.failed > 0 && t("cases.failedCount", { count: run.failed }),
    run.broken > 0 && t("cases.brokenCount", { count: run.broken }),
    run.mended > 0 && t("cases.mendedCount", { count: run.mended }),
    run.unanswered > 0 && t("cases.unansweredCount", { count: run.unanswered }),
    run.state === "stopped" && run.total > judged && t("cases.left", { count: run.total - judged }),
  ].filter(Boolean);
  return (
    <div data-testid="run" data-state={run.state} className="border-b border-line bg-sunken px-4 py-2 text-sm">
      <p role="status" className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium">{t(`cases.run.${run.state}`)}</span>
        <span>{parts.join(" · ")}</span>
        <span className="text-xs text-ink-faint">
          {formatFull(locale, run.started_at)} · {run.started_by_name}
        </span>
      </p>
      {run.state === "running" && (
        <p className="mt-1.5 flex items-center gap-2 text-xs text-ink-soft">
          <progress
            max={run.total}
            value={judged}
            aria-label={t("cases.progress", { done: judged, total: run.total })}
            className="h-1.5 grow appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
          />
          {t("cases.progress", { done: judged, total: run.total })}
        </p>
      )}
    </div>
  );
}
