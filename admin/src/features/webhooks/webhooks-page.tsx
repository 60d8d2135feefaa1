import { useState } from "react";
import { useSearchParams } from "react-router";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useRetention } from "@/lib/settings-sites";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { AlertIcon } from "@/ui/icons";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import { SecretDialog } from "./secret-dialog";
import { useChanges, useWebhooks } from "./use-webhooks";
import { WebhookDetail } from "./webhook-detail";
import { WebhookForm } from "./webhook-form";
import { WebhookRow } from "./webhook-row";

/** What other systems are told; one of them with its log by `?webhook=`. */
export function WebhooksPage() {
  const { t } = useI18n();
  const errorText = useErrorText();
  const webhooks = useWebhooks();
  const sites = useRetention();
  const { create } = useChanges();
  const [search, setSearch] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const open = (id: string | null) => setSearch(id === null ? {} : { webhook: id });
  const failed = webhooks.isError || sites.isError;

  if (failed && !(webhooks.data && sites.data)) {
    return (
      <StatePanel
        alert
        picture={<AlertIcon className="size-7" />}
        title={t("webhooks.failed")}
        actions={
          <Button onClick={() => void Promise.all([webhooks.refetch(), sites.refetch()])}>{t("inbox.retry")}</Button>
        }
      >
        {errorText(toApiError(webhooks.error ?? sites.error))}
      </StatePanel>
    );
  }
  if (!webhooks.data || !sites.data) return <SkeletonList rows={4} label={t("webhooks.loading")} />;
  const items = webhooks.data.items;
  const shown = items.find((each) => each.id === search.get("webhook"));
  if (shown) return <WebhookDetail key={shown.id} webhook={shown} onBack={() => open(null)} onSecret={setSecret} secret={secret} />;
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-3 px-4 pb-4">
        <p className="max-w-prose text-sm text-pretty text-ink-soft">{t("webhooks.lead")}</p>
        <Button look="primary" onClick={() => setAdding(true)}>
          {t("webhooks.add")}
        </Button>
      </div>
      {items.length === 0 ? (
        <StatePanel testId="empty" title={t("webhooks.empty")}>
          {t("webhooks.emptyText")}
        </StatePanel>
      ) : (
        <ul aria-label={t("webhooks.list")} className="border-y border-line">
          {items.map((each) => (
            <WebhookRow key={each.id} webhook={each} />
          ))}
        </ul>
      )}
      <Dialog open={adding} onClose={() => setAdding(false)} title={t("webhooks.add")} wide>
        <WebhookForm
          sites={sites.data.items}
          webhook={null}
          pending={create.isPending}
          error={create.error}
          onCancel={() => setAdding(false)}
          onSave={(draft) =>
            create.mutate(draft, {
              onSuccess: (made) => {
                setAdding(false);
                setSecret(made.secret);
              },
            })
          }
        />
      </Dialog>
      <SecretDialog secret={secret} onClose={() => setSecret(null)} />
    </>
  );
}
