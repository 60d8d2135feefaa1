import { toApiError, type ApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { AlertIcon } from "@/ui/icons";
import { SidePanel } from "@/ui/side-panel";
import { Skeleton } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import type { Message } from "@/wire/schema";
import { useProvenance } from "./use-provenance";

interface WhyPanelProps {
  conversationId: string;
  message: Pick<Message, "id" | "text" | "citations">;
  siteId: string | null;
  /** Of the conversation: what was said before the answer. */
  messages: readonly Message[];
  onClose: () => void;
}

/** Why an answer is as it is, beside it. Give it the message's id as its key. */
export function WhyPanel({ conversationId, message, siteId, messages, onClose }: WhyPanelProps) {
  const { t } = useI18n();
  const { data, error, isFetching, refetch } = useProvenance(conversationId, message.id);
  return (
    <SidePanel title={t("conversation.why")} closeLabel={t("why.close")} onClose={onClose} testId="why">
      {data ? (
        <>
          <data.WhyActions
            conversationId={conversationId}
            message={message}
            siteId={siteId}
            messages={messages}
            provenance={data.provenance}
          />
          <data.Trace provenance={data.provenance} />
        </>
      ) : error && !isFetching ? (
        <Unexplained error={toApiError(error)} retry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </SidePanel>
  );
}

function Loading() {
  const { t } = useI18n();
  return (
    <div role="status" className="space-y-7 px-4 py-5">
      <span className="sr-only">{t("app.loading")}</span>
      {["w-4/5", "w-3/5", "w-2/3", "w-4/5"].map((width, index) => (
        <div key={index} aria-hidden="true" className="space-y-2.5">
          <Skeleton className="h-3 w-24" />
          <Skeleton className={`h-4 ${width}`} />
          <Skeleton className="h-4 w-full" />
        </div>
      ))}
    </div>
  );
}

function Unexplained({ error, retry }: { error: ApiError; retry: () => void }) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const missing = error.code === "not_found";
  return (
    <StatePanel
      alert
      picture={missing ? undefined : <AlertIcon className="size-7" />}
      title={t(missing ? "why.none" : "why.failed")}
      actions={
        error.code !== "provenance_unreadable" && <Button onClick={retry}>{t("inbox.retry")}</Button>
      }
    >
      {missing ? t("why.noneText") : errorText(error)}
      {!missing && error.requestId !== null && (
        <span className="mt-1 block text-xs text-ink-faint">
          {t("errors.reference", { id: error.requestId })}
        </span>
      )}
    </StatePanel>
  );
}
