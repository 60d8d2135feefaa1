import { useState, type SubmitEvent } from "react";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { CheckList } from "@/ui/check-list";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import type { RetentionInfo, WebhookEventType, WebhookInfo } from "@/wire/schema";
import { CHOSEN, KINDS } from "./kinds";

export interface Draft {
  site_id: string;
  url: string;
  events: WebhookEventType[];
}

interface WebhookFormProps {
  sites: readonly Pick<RetentionInfo, "site_id" | "site_name">[];
  /** Null: a new one. */
  webhook: WebhookInfo | null;
  pending: boolean;
  error: Error | null;
  onSave: (draft: Draft) => void;
  onCancel: () => void;
}

/** Where is told, and of what. */
export function WebhookForm({ sites, webhook, pending, error, onSave, onCancel }: WebhookFormProps) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const [siteId, setSiteId] = useState(webhook?.site_id ?? sites[0]?.site_id ?? "");
  const [url, setUrl] = useState(webhook?.url ?? "");
  const [events, setEvents] = useState<WebhookEventType[]>([
    ...(webhook?.events ?? (["conversation.created", "handoff.started", "conversation.closed"] as const)),
  ]);
  const [asked, setAsked] = useState(false);
  const refusal = error === null ? null : toApiError(error);
  const urlError = refusal?.code === "webhook_url_refused" || refusal?.code === "invalid_payload";

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setAsked(true);
    if (!pending && events.length > 0) onSave({ site_id: siteId, url: url.trim(), events });
  }

  return (
    <form onSubmit={submit} className="mt-4 space-y-4">
      {webhook === null && sites.length > 1 && (
        <Select label={t("webhooks.site")} value={siteId} onChange={setSiteId}>
          {sites.map((each) => (
            <option key={each.site_id} value={each.site_id}>
              {each.site_name}
            </option>
          ))}
        </Select>
      )}
      <Field
        label={t("webhooks.url")}
        data-initial-focus
        type="url"
        inputMode="url"
        required
        autoComplete="off"
        placeholder={t("webhooks.urlHint")}
        value={url}
        onChange={(event) => setUrl(event.target.value)}
        error={urlError ? t("refusals.webhook_url_refused") : undefined}
      />
      <CheckList
        label={t("webhooks.events")}
        options={CHOSEN.map((kind) => ({ value: kind, label: t(KINDS[kind]) }))}
        chosen={events}
        onChange={setEvents}
        error={asked && events.length === 0 ? t("webhooks.none") : undefined}
      />
      {refusal && !urlError && (
        <p role="alert" className="text-sm text-danger-ink">
          {errorText(refusal)}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>{t("webhooks.cancel")}</Button>
        <Button look="primary" type="submit" aria-disabled={pending}>
          {t(pending ? "webhooks.saving" : "webhooks.save")}
        </Button>
      </div>
    </form>
  );
}
