import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useServices } from "@/lib/services";
import { Skeleton } from "@/ui/skeleton";
import type { TwoFactorRule } from "@/wire/schema";
import { setRule } from "../api/staff";
import { Refusal } from "../form";
import { useChange, useRules } from "./use-people";

/** Which sites want a second factor of everybody. */
export function TwoFactorRules() {
  const { t } = useI18n();
  const { api } = useServices();
  const errorText = useErrorText();
  const { data, error } = useRules();
  const change = useChange((rule: TwoFactorRule) => setRule(api, rule.site_id, !rule.required));
  return (
    <section className="mt-8 px-4">
      <h2 className="text-sm font-semibold">{t("people.rules.title")}</h2>
      <p className="mt-1 mb-3 text-sm text-pretty text-ink-soft">{t("people.rules.lead")}</p>
      {!data && !error && <Skeleton className="h-10 rounded-lg" />}
      {!data && error && (
        <p role="alert" className="text-sm text-danger-ink">
          {t("people.rules.failed")}. {errorText(toApiError(error))}
        </p>
      )}
      <ul className="mb-3 divide-y divide-line rounded-lg border border-line empty:hidden">
        {data?.items.map((rule) => {
          const waits = change.isPending && change.variables.site_id === rule.site_id;
          return (
            <li key={rule.site_id} data-testid="rule" className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2.5">
              <label className="flex min-w-0 grow items-center gap-2.5 text-sm">
                <input
                  type="checkbox"
                  // Shown as wanted while it is on its way, as it was when it is refused.
                  checked={waits ? !rule.required : rule.required}
                  disabled={change.isPending}
                  onChange={() => change.mutate(rule)}
                  className="accent-accent"
                />
                <span className="min-w-0 wrap-anywhere">{t("people.rules.required", { site: rule.site_name })}</span>
              </label>
              <span className="text-xs text-ink-faint tabular-nums">
                {t("people.rules.enabled", { enabled: rule.enabled, people: rule.people })}
              </span>
            </li>
          );
        })}
      </ul>
      <Refusal error={change.error} />
    </section>
  );
}
