import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useServices } from "@/lib/services";
import { RETENTION } from "@/lib/settings-sites";
import { Button } from "@/ui/button";
import { Confirm } from "@/ui/confirm";
import { Select } from "@/ui/select";
import { useToast } from "@/ui/toaster";
import type { RetentionInfo, RetentionPreview, RetentionPut } from "@/wire/schema";
import { previewRetention, putRetention } from "./api/privacy";
import { DaysField, isWithin } from "./days-field";

/** How long each site keeps things; what would go is counted before it is decided. */
export function RetentionForm({ policies }: { policies: readonly RetentionInfo[] }) {
  const { t } = useI18n();
  const [siteId, setSiteId] = useState(policies[0]?.site_id ?? "");
  const policy = policies.find((each) => each.site_id === siteId);
  return (
    <section aria-labelledby="retention">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 id="retention" className="text-base font-semibold">
            {t("privacy.retention")}
          </h2>
          <p className="mt-1 text-sm text-ink-soft">{t("privacy.retentionLead")}</p>
        </div>
        {policies.length > 1 && (
          <Select label={t("privacy.site")} quiet value={siteId} onChange={setSiteId} className="w-56 max-sm:w-full">
            {policies.map((each) => (
              <option key={each.site_id} value={each.site_id}>
                {each.site_name}
              </option>
            ))}
          </Select>
        )}
      </div>
      {policy && <PolicyForm key={policy.site_id} policy={policy} />}
    </section>
  );
}

function PolicyForm({ policy }: { policy: RetentionInfo }) {
  const { t } = useI18n();
  const { api } = useServices();
  const cache = useQueryClient();
  const toast = useToast();
  const errorText = useErrorText();
  const [draft, setDraft] = useState<RetentionPut>(() => ({
    conversation_days: policy.conversation_days,
    delivery_days: policy.delivery_days,
    audit_days: policy.audit_days,
  }));
  const [doomed, setDoomed] = useState<RetentionPreview | null>(null);
  const keep = useMutation({
    mutationFn: () => putRetention(api, policy.site_id, draft),
    onSuccess: () => {
      setDoomed(null);
      toast({ text: t("privacy.saved") });
      return cache.invalidateQueries({ queryKey: [RETENTION] });
    },
  });
  const look = useMutation({
    mutationFn: () => previewRetention(api, policy.site_id, draft),
    onSuccess: (seen) => {
      if (seen.conversations + seen.deliveries + seen.audit_entries > 0) setDoomed(seen);
      else keep.mutate();
    },
  });
  const error = look.error ?? keep.error;
  const failure = error === null ? null : errorText(toApiError(error));
  const pending = look.isPending || keep.isPending;
  const right =
    isWithin(draft.conversation_days, 1, 3_650) &&
    isWithin(draft.delivery_days, 1, 365) &&
    isWithin(draft.audit_days, 30, 3_650);
  const changed = (Object.keys(draft) as (keyof RetentionPut)[]).some((name) => draft[name] !== policy[name]);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (right && changed && !pending) look.mutate();
  }

  return (
    <form onSubmit={submit} noValidate className="mt-3">
      <div className="rounded-lg border border-line px-3">
        <DaysField
          label={t("privacy.conversations")}
          hint={t("privacy.conversationsHint")}
          value={draft.conversation_days}
          from={1}
          to={3_650}
          usual={365}
          onChange={(conversation_days) => setDraft({ ...draft, conversation_days })}
        />
        <DaysField
          label={t("privacy.deliveries")}
          value={draft.delivery_days}
          from={1}
          to={365}
          usual={null}
          onChange={(days) => setDraft({ ...draft, delivery_days: days ?? 30 })}
        />
        <DaysField
          label={t("privacy.audit")}
          value={draft.audit_days}
          from={30}
          to={3_650}
          usual={730}
          onChange={(audit_days) => setDraft({ ...draft, audit_days })}
        />
      </div>
      {failure !== null && doomed === null && (
        <p role="alert" className="mt-2 text-sm text-danger-ink">
          {failure}
        </p>
      )}
      <div className="mt-3 flex justify-end">
        <Button type="submit" look="primary" aria-disabled={pending || !changed || !right}>
          {t(pending ? "privacy.saving" : "privacy.check")}
        </Button>
      </div>
      <Confirm
        open={doomed !== null}
        title={t("privacy.askTitle")}
        cancelLabel={t("privacy.cancel")}
        confirmLabel={t("privacy.confirm")}
        pending={pending}
        failure={failure}
        onCancel={() => setDoomed(null)}
        onConfirm={() => keep.mutate()}
      >
        <p>{t("privacy.askText")}</p>
        {doomed && (
          <ul className="mt-2 list-disc pl-5">
            {doomed.conversations > 0 && <li>{t("privacy.doomedConversations", { count: doomed.conversations })}</li>}
            {doomed.deliveries > 0 && <li>{t("privacy.doomedDeliveries", { count: doomed.deliveries })}</li>}
            {doomed.audit_entries > 0 && <li>{t("privacy.doomedAudit", { count: doomed.audit_entries })}</li>}
          </ul>
        )}
      </Confirm>
    </form>
  );
}
