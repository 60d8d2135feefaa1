import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { AgainIcon, AlertIcon } from "@/ui/icons";
import { Skeleton } from "@/ui/skeleton";
import type { Trial } from "./use-trial";

type Shown = Pick<Trial, "isPending" | "error" | "failure" | "again">;

/** What stands where the result will: that it is under way, or why there is none. */
export function TrialState({ trial }: { trial: Shown }) {
  const { t } = useI18n();
  const errorText = useErrorText();
  if (trial.isPending) {
    return (
      <div role="status" data-testid="trial-pending" className="space-y-2 py-1">
        <p className="text-sm text-ink-soft">{t("assist.pending")}</p>
        <Skeleton className="h-3 w-full" />
        <Skeleton className="h-3 w-3/5" />
      </div>
    );
  }
  const said = trial.error ? errorText(trial.error) : trial.failure && t(`assist.failures.${trial.failure}`);
  if (!said) return null;
  const isFinal = trial.error !== null && !trial.error.retryable;
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-2 py-1">
      <p className="flex min-w-0 items-start gap-2 text-sm text-danger-ink">
        <AlertIcon className="mt-0.5" />
        {said}
      </p>
      {!isFinal && (
        <Button onClick={trial.again}>
          <AgainIcon />
          {t("assist.again")}
        </Button>
      )}
    </div>
  );
}
