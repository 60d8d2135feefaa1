import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import type { TrialSaid } from "@/wire/schema";

interface CaseHistoryProps {
  history: readonly TrialSaid[];
  onRemove: () => void;
}

/** What was said before the question: it is asked with it, so whoever keeps it sees it. */
export function CaseHistory({ history, onRemove }: CaseHistoryProps) {
  const { t } = useI18n();
  if (history.length === 0) return null;
  return (
    <div className="flex items-start justify-between gap-2 text-sm">
      <details className="min-w-0 grow">
        <summary className="cursor-pointer rounded-sm text-ink-soft hover:text-ink">
          {t("cases.history", { count: history.length })}
        </summary>
        <ol className="mt-1.5 space-y-1.5 border-l-2 border-line pl-3">
          {history.map((said, index) => (
            <li key={index} className="wrap-anywhere">
              <span className="text-xs text-ink-faint">{t(`cases.senders.${said.sender}`)}</span>
              <span className="block whitespace-pre-line">{said.text}</span>
            </li>
          ))}
        </ol>
      </details>
      <Button look="ghost" className="px-2" onClick={onRemove}>
        {t("cases.historyRemove")}
      </Button>
    </div>
  );
}
