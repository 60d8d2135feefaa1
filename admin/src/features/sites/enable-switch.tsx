import { useState } from "react";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import type { SiteDetail } from "@/wire/schema";
import { useChangeSite } from "./use-sites";

/** A disabled site answers nobody, so it is asked about; it is enabled again by one press. */
export function EnableSwitch({ site }: { site: SiteDetail }) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const change = useChangeSite(site.id);
  const [asking, setAsking] = useState(false);
  const error = change.isError && (
    <p role="alert" className="mt-2 text-sm text-danger-ink">
      {errorText(toApiError(change.error))}
    </p>
  );
  if (!site.enabled) {
    return (
      <div>
        <Button look="primary" aria-disabled={change.isPending} onClick={() => change.mutate({ enabled: true })}>
          {t("sites.enable")}
        </Button>
        {error}
      </div>
    );
  }
  return (
    <div>
      <Button onClick={() => setAsking(true)}>{t("sites.disable")}</Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t("sites.disableAsk", { name: site.name })}>
        <p className="mt-1.5 text-sm text-pretty text-ink-soft">{t("sites.disableText")}</p>
        {error}
        <div className="mt-5 flex flex-wrap justify-end gap-2">
          <Button data-initial-focus onClick={() => setAsking(false)}>
            {t("sites.cancel")}
          </Button>
          <Button
            look="danger"
            aria-disabled={change.isPending}
            onClick={() => change.mutate({ enabled: false }, { onSuccess: () => setAsking(false) })}
          >
            {t("sites.disable")}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
