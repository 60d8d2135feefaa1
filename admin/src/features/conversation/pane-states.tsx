import { Link } from "react-router";
import type { ApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { AlertIcon } from "@/ui/icons";
import { Skeleton } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";

export function OpeningConversation() {
  const { t } = useI18n();
  return (
    <div role="status" className="mx-auto w-full max-w-3xl grow space-y-5 px-4 pt-8 sm:px-6">
      <span className="sr-only">{t("app.loading")}</span>
      <Skeleton className="h-10 w-3/5 rounded-xl" />
      <Skeleton className="ml-auto h-24 w-4/5 rounded-xl" />
      <Skeleton className="h-10 w-2/5 rounded-xl" />
    </div>
  );
}

interface RefusedConversationProps {
  error: ApiError;
  backTo: string;
  retry: () => void;
}

export function RefusedConversation({ error, backTo, retry }: RefusedConversationProps) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const gone = error.code === "conversation_not_found" || error.code === "forbidden";
  return (
    <StatePanel
      alert
      picture={<AlertIcon className="size-7" />}
      title={t("conversation.failed")}
      actions={
        <>
          {!gone && <Button onClick={retry}>{t("inbox.retry")}</Button>}
          <Link
            to={backTo}
            className="inline-flex h-8 items-center rounded-md border border-line px-3 text-sm font-medium hover:bg-hover"
          >
            {t("conversation.toList")}
          </Link>
        </>
      }
    >
      {errorText(error)}
      {error.requestId !== null && (
        <span className="mt-1 block text-xs text-ink-faint">
          {t("errors.reference", { id: error.requestId })}
        </span>
      )}
    </StatePanel>
  );
}
