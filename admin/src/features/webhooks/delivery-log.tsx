import { useState } from "react";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { AlertIcon } from "@/ui/icons";
import { More } from "@/ui/more";
import { Select } from "@/ui/select";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import { useToast } from "@/ui/toaster";
import type { WebhookInfo } from "@/wire/schema";
import { DeliveryRow } from "./delivery-row";
import { useChanges, useDeliveries } from "./use-webhooks";

const STATES = ["pending", "delivered", "failed"] as const;

/** What was sent to a webhook, newest first. */
export function DeliveryLog({ webhook }: { webhook: WebhookInfo }) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const toast = useToast();
  const [state, setState] = useState("");
  const log = useDeliveries(webhook.id, state);
  const { redeliver } = useChanges();
  const items = log.data?.pages.flatMap((page) => page.items) ?? [];

  function again(eventId: string): void {
    redeliver.mutate(
      { id: webhook.id, eventId },
      {
        onSuccess: () => toast({ text: t("webhooks.againDone") }),
        onError: (error) => toast({ text: errorText(toApiError(error)) }),
      },
    );
  }

  return (
    <section aria-label={t("webhooks.log")} className="flex grow flex-col">
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-3">
        <h3 className="text-sm font-semibold">{t("webhooks.log")}</h3>
        <Select label={t("webhooks.filter")} quiet value={state} onChange={setState} className="w-44 max-sm:w-full">
          <option value="">{t("webhooks.all")}</option>
          {STATES.map((each) => (
            <option key={each} value={each}>
              {t(`webhooks.delivery.${each}`)}
            </option>
          ))}
        </Select>
      </div>
      {log.isPending ? (
        <SkeletonList rows={4} label={t("webhooks.logLoading")} />
      ) : !log.data ? (
        <StatePanel
          alert
          picture={<AlertIcon className="size-7" />}
          title={t("webhooks.logFailed")}
          actions={<Button onClick={() => void log.refetch()}>{t("inbox.retry")}</Button>}
        >
          {errorText(toApiError(log.error))}
        </StatePanel>
      ) : items.length === 0 ? (
        <StatePanel testId="no-deliveries" title={t(state === "" ? "webhooks.logEmpty" : "webhooks.logNothing")} />
      ) : (
        <ul className="border-y border-line">
          {items.map((each) => (
            <DeliveryRow key={each.event_id} delivery={each} canRepeat={webhook.enabled} onRepeat={again} />
          ))}
        </ul>
      )}
      {log.hasNextPage && (
        <More
          label={t("webhooks.more")}
          loading={log.isFetchingNextPage}
          failure={log.isFetchNextPageError ? errorText(toApiError(log.error)) : null}
          load={() => void log.fetchNextPage()}
        />
      )}
    </section>
  );
}
