import { useQueryClient } from "@tanstack/react-query";
import { useI18n } from "@/lib/i18n/i18n";
import { useVisitorNames } from "@/lib/i18n/use-visitor-names";
import { summaryKey } from "@/realtime/inbox";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import type { BulkOutcome, ConversationSummary } from "@/wire/schema";

interface BulkRefusalsProps {
  refused: readonly BulkOutcome[];
  onClose: () => void;
}

/** Which conversations an action was refused for, and why. */
export function BulkRefusals({ refused, onClose }: BulkRefusalsProps) {
  const { t } = useI18n();
  const cache = useQueryClient();
  const { shown } = useVisitorNames();
  const name = (id: string) => shown(cache.getQueryData<ConversationSummary>(summaryKey(id))?.visitor_name ?? "");
  return (
    <Dialog open onClose={onClose} title={t("finding.refused", { count: refused.length })}>
      <ul className="mt-3 max-h-72 divide-y divide-line overflow-y-auto text-sm">
        {refused.map((each) => (
          <li key={each.conversation_id} className="py-1.5">
            <span className="font-medium">{name(each.conversation_id) || t("inbox.unnamed")}</span>
            <span className="block text-ink-soft">{each.message}</span>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-xs text-ink-faint">{t("finding.stillChosen")}</p>
      <div className="mt-4 flex justify-end">
        <Button look="primary" data-initial-focus onClick={onClose}>
          {t("finding.understood")}
        </Button>
      </div>
    </Dialog>
  );
}
