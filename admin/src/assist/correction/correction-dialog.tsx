import { useQuery } from "@tanstack/react-query";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Skeleton } from "@/ui/skeleton";
import type { AnswerPassage } from "@/wire/schema";
import { getCorrection } from "./api";
import { CorrectionForm } from "./correction-form";
import { begin } from "./form";

export interface CorrectionDialogProps {
  conversationId: string;
  messageId: string;
  siteId: string | null;
  /** Who answered, or would have. */
  agent: string | null;
  /** The passages that came up. */
  found: readonly AnswerPassage[];
  /** The words that a right answer may begin with. */
  suggestion: string;
  /** Whether to offer a test case of what was kept. */
  offersCase?: boolean;
  onClose: () => void;
}

/** What should have been answered; kept in place of an earlier correction of the message. */
export function CorrectionDialog(props: CorrectionDialogProps) {
  const { conversationId, messageId, siteId, agent, found, suggestion, offersCase = false, onClose } = props;
  const { t } = useI18n();
  const { api } = useServices();
  const errorText = useErrorText();
  const kept = useQuery({
    queryKey: ["correction", messageId],
    queryFn: ({ signal }) => getCorrection(api, conversationId, messageId, signal),
    // What a colleague has said meanwhile must not be written over unseen.
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Dialog open onClose={onClose} title={t("assist.correct.title")} wide>
      {kept.isPending ? (
        <div role="status" className="mt-4 space-y-3">
          <span className="sr-only">{t("app.loading")}</span>
          <Skeleton className="h-8 w-full" />
          <Skeleton className="h-24 w-full" />
        </div>
      ) : kept.data === undefined ? (
        <div role="alert" className="mt-4 space-y-3 text-sm">
          <p>{errorText(toApiError(kept.error))}</p>
          <Button onClick={() => void kept.refetch()}>{t("assist.again")}</Button>
        </div>
      ) : (
        <CorrectionForm
          conversationId={conversationId}
          messageId={messageId}
          siteId={siteId}
          agent={agent}
          found={found}
          kept={kept.data}
          begun={begin(kept.data, suggestion)}
          offersCase={offersCase}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
