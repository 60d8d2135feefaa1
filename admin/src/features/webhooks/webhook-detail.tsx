import { useState } from "react";
import { toApiError } from "@/lib/api-error";
import { formatFull } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { Confirm } from "@/ui/confirm";
import { Dialog } from "@/ui/dialog";
import { useToast } from "@/ui/toaster";
import type { WebhookInfo } from "@/wire/schema";
import { DeliveryLog } from "./delivery-log";
import { KINDS } from "./kinds";
import { SecretDialog } from "./secret-dialog";
import { StateBadge } from "./state-badge";
import { useChanges } from "./use-webhooks";
import { WebhookForm } from "./webhook-form";
import { Trouble } from "./webhook-row";

interface WebhookDetailProps {
  webhook: WebhookInfo;
  secret: string | null;
  onSecret: (secret: string | null) => void;
  onBack: () => void;
}

type Asking = "edit" | "rotate" | "delete" | null;

/** One webhook: what it is told, what can be done with it, and what was sent to it. */
export function WebhookDetail({ webhook, secret, onSecret, onBack }: WebhookDetailProps) {
  const { t, locale } = useI18n();
  const errorText = useErrorText();
  const toast = useToast();
  const { patch, rotate, remove, test } = useChanges();
  const [asking, setAsking] = useState<Asking>(null);
  const failure = (error: Error | null) => (error === null ? null : errorText(toApiError(error)));
  const say = (text: string) => toast({ text });
  const sayWhy = (error: Error) => say(errorText(toApiError(error)));

  function toggle(enabled: boolean): void {
    patch.mutate(
      { id: webhook.id, enabled },
      { onSuccess: () => say(t(enabled ? "webhooks.enabled" : "webhooks.disabled")), onError: sayWhy },
    );
  }

  return (
    <>
      <div className="space-y-3 border-b border-line px-4 pb-4">
        <Button look="ghost" className="-ml-3" onClick={onBack}>
          ← {t("webhooks.back")}
        </Button>
        <div className="flex flex-wrap items-baseline justify-between gap-2">
          <h2 className="min-w-0 text-base font-semibold wrap-anywhere">{webhook.url}</h2>
          <StateBadge webhook={webhook} />
        </div>
        <p className="text-sm text-ink-soft">
          {webhook.site_name} · {webhook.events.map((kind) => t(KINDS[kind])).join(", ")}
        </p>
        <Trouble webhook={webhook} />
        {webhook.previous_secret_until && (
          <p className="text-xs text-ink-faint">
            {t("webhooks.overlap", { at: formatFull(locale, webhook.previous_secret_until) })}
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          {webhook.enabled ? (
            <>
              <Button
                look="primary"
                aria-disabled={test.isPending}
                onClick={() =>
                  test.mutate(webhook, { onSuccess: () => say(t("webhooks.tested")), onError: sayWhy })
                }
              >
                {t("webhooks.test")}
              </Button>
              <Button onClick={() => toggle(false)}>{t("webhooks.disable")}</Button>
            </>
          ) : (
            <Button look="primary" onClick={() => toggle(true)}>
              {t("webhooks.enable")}
            </Button>
          )}
          <Button onClick={() => setAsking("edit")}>{t("webhooks.edit")}</Button>
          <Button onClick={() => setAsking("rotate")}>{t("webhooks.rotate")}</Button>
          <Button onClick={() => setAsking("delete")}>{t("webhooks.delete")}</Button>
        </div>
      </div>
      <DeliveryLog webhook={webhook} />
      <Dialog open={asking === "edit"} onClose={() => setAsking(null)} title={t("webhooks.edit")} wide>
        <WebhookForm
          sites={[]}
          webhook={webhook}
          pending={patch.isPending}
          error={patch.error}
          onCancel={() => setAsking(null)}
          onSave={({ url, events }) =>
            patch.mutate({ id: webhook.id, url, events }, { onSuccess: () => setAsking(null) })
          }
        />
      </Dialog>
      <Confirm
        open={asking === "rotate"}
        mild
        title={t("webhooks.rotate")}
        cancelLabel={t("webhooks.cancel")}
        confirmLabel={t("webhooks.rotate")}
        pending={rotate.isPending}
        failure={failure(rotate.error)}
        onCancel={() => setAsking(null)}
        onConfirm={() =>
          rotate.mutate(webhook, {
            onSuccess: (made) => {
              setAsking(null);
              onSecret(made.secret);
            },
          })
        }
      >
        {t("webhooks.rotateText")}
      </Confirm>
      <Confirm
        open={asking === "delete"}
        title={t("webhooks.deleteTitle")}
        cancelLabel={t("webhooks.cancel")}
        confirmLabel={t("webhooks.delete")}
        pending={remove.isPending}
        failure={failure(remove.error)}
        onCancel={() => setAsking(null)}
        onConfirm={() =>
          remove.mutate(webhook, {
            onSuccess: () => {
              say(t("webhooks.deleted"));
              onBack();
            },
          })
        }
      >
        {t("webhooks.deleteText", { url: webhook.url })}
      </Confirm>
      <SecretDialog secret={secret} onClose={() => onSecret(null)} />
    </>
  );
}
