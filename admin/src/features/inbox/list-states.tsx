import { Link } from "react-router";
import type { ApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { paths } from "@/lib/paths";
import type { View } from "@/lib/views";
import { Button } from "@/ui/button";
import { AlertIcon } from "@/ui/icons";
import { StatePanel } from "@/ui/state-panel";
import { StatusMark } from "@/ui/status-mark";

const PICTURES = {
  waiting: "waiting",
  mine: "mine",
  agent: "agent",
  all: "operator",
  closed: "closed",
} as const;

export function EmptyList({ view, waiting }: { view: View; waiting: number }) {
  const { t } = useI18n();
  return (
    <StatePanel
      testId="empty"
      picture={
        <span className="grid size-12 place-items-center rounded-full bg-sunken inset-ring inset-ring-line">
          <StatusMark status={PICTURES[view]} label="" />
        </span>
      }
      title={t(`inbox.empty.${view}.title`)}
      actions={
        view === "mine" &&
        waiting > 0 && (
          <Link
            to={paths.inbox("waiting")}
            className="inline-flex h-8 items-center rounded-md border border-line px-3 text-sm font-medium hover:bg-hover"
          >
            {t("inbox.seeWaiting")} ({waiting})
          </Link>
        )
      }
    >
      {t(`inbox.empty.${view}.text`)}
    </StatePanel>
  );
}

export function FailedList({ error, retry }: { error: ApiError; retry: () => void }) {
  const { t } = useI18n();
  const errorText = useErrorText();
  return (
    <StatePanel
      alert
      picture={<AlertIcon className="size-7" />}
      title={t("inbox.failed")}
      actions={<Button onClick={retry}>{t("inbox.retry")}</Button>}
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
