import { useState } from "react";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { choose, selection, unchoose } from "@/lib/selection";
import { useServices } from "@/lib/services";
import { useToast } from "@/ui/toaster";
import type { BulkAction, BulkOutcome, BulkResult } from "@/wire/schema";

interface Asked {
  action: BulkAction;
  label_id?: string;
}

/** Does one thing to all that are chosen, and tells what became of it; what was refused stays chosen. */
export function useBulk() {
  const { api } = useServices();
  const { t } = useI18n();
  const errorText = useErrorText();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<readonly BulkOutcome[] | null>(null);

  async function run(asked: Asked): Promise<void> {
    setBusy(true);
    try {
      const body = { ...asked, conversation_ids: [...selection.get().ids] };
      const { items } = await api<BulkResult>("/conversations/bulk", { method: "POST", body });
      const left = items.filter((item) => !item.ok);
      const done = items.length - left.length;
      if (left.length > 0) {
        choose(left.map((item) => item.conversation_id));
        setRefused(left);
      } else {
        unchoose();
      }
      if (done > 0) toast({ text: t(`finding.done.${asked.action}`, { count: done }) });
    } catch (error) {
      toast({ text: errorText(toApiError(error)) });
    } finally {
      setBusy(false);
    }
  }

  return { busy, refused, dismiss: () => setRefused(null), run: (asked: Asked) => void run(asked) };
}
