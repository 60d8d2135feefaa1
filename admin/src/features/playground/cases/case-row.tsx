import { cx } from "@/lib/cx";
import { formatDecimal, formatFull } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useAgentName } from "@/lib/i18n/use-agent-name";
import { Button } from "@/ui/button";
import type { Case } from "@/wire/schema";
import { isBroken } from "./cases";
import { Faults, Verdict } from "./verdict";

interface CaseRowProps {
  item: Case;
  isLookedAt: boolean;
  canRun: boolean;
  onLook: () => void;
  onRun: () => void;
  onEdit: () => void;
  onDelete: () => void;
}

/** A question, what is expected, and what came of it the last time. */
export function CaseRow({ item, isLookedAt, canRun, onLook, onRun, onEdit, onDelete }: CaseRowProps) {
  const { t, locale } = useI18n();
  const agentName = useAgentName();
  const { result } = item;
  const expected = [
    item.action && t(`cases.actions.${item.action}`),
    item.agent && agentName(item.agent),
    item.document && (item.document.name ?? t("cases.gone")),
    ...item.contains.map((text) => t("cases.quote", { text })),
  ].filter(Boolean);
  return (
    <li data-testid="case" className={cx("border-b border-line px-4 py-3 last:border-b-0", isLookedAt && "bg-selected")}>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-xs text-ink-faint">
        <Verdict result={result ?? null} />
        {isBroken(item) && <span className="font-medium text-danger-ink">{t("cases.brokeNow")}</span>}
        {result?.verdict === "passed" && result.before === "failed" && <span>{t("cases.mendedNow")}</span>}
        {result && <time dateTime={result.at}>{formatFull(locale, result.at)}</time>}
        {typeof result?.confidence === "number" && (
          <span>{t("cases.confidence", { confidence: formatDecimal(locale, result.confidence, 2) })}</span>
        )}
        {result?.changed && <span className="text-waiting-ink">{t(`cases.since.${result.changed}`)}</span>}
      </p>
      <p className="mt-1 line-clamp-3 text-base font-medium whitespace-pre-line wrap-anywhere">{item.question}</p>
      <p className="mt-0.5 text-sm text-ink-soft wrap-anywhere">
        {[...expected, item.conversation_id != null && t("cases.ofConversation")].filter(Boolean).join(" · ")}
      </p>
      <Faults item={item} />
      {item.note !== "" && <p className="mt-1 text-sm text-ink-faint wrap-anywhere">{item.note}</p>}
      <div className="mt-1.5 -ml-2 flex flex-wrap gap-1">
        <Button look="ghost" className="px-2" disabled={result?.outcome == null} aria-pressed={isLookedAt} onClick={onLook}>
          {t("cases.look")}
        </Button>
        <Button look="ghost" className="px-2" disabled={!canRun} onClick={onRun}>
          {t("cases.runOne")}
        </Button>
        <Button look="ghost" className="px-2" onClick={onEdit}>
          {t("cases.edit")}
        </Button>
        <Button look="ghost" className="px-2" onClick={onDelete}>
          {t("cases.delete")}
        </Button>
      </div>
    </li>
  );
}
