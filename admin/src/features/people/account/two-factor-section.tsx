import { useState } from "react";
import { formatDate } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import type { AccountInfo } from "@/wire/schema";
import { TwoFactorDialog, type TwoFactorTask } from "./two-factor-dialog";

export function TwoFactorSection({ account }: { account: AccountInfo }) {
  const { t, locale } = useI18n();
  const [task, setTask] = useState<TwoFactorTask | null>(null);
  const { enabled_at: at, required, held_sites: held, recovery_codes_left: left } = account.two_factor;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <div className="max-w-prose text-sm text-pretty text-ink-soft">
        <p>{at === null ? t("profile.twoFactor.off") : t("profile.twoFactor.on", { date: formatDate(locale, at) })}</p>
        {at !== null && <p className="text-xs text-ink-faint">{t("profile.twoFactor.codesLeft", { count: left })}</p>}
        {held.length > 0 && (
          <p className="text-danger-ink">{t("profile.twoFactor.held", { sites: held.join(", ") })}</p>
        )}
        {required && <p className="text-xs text-ink-faint">{t("profile.twoFactor.required")}</p>}
      </div>
      <div className="flex flex-wrap gap-2">
        {at === null ? (
          <Button look="primary" onClick={() => setTask("on")}>
            {t("profile.twoFactor.turnOn")}
          </Button>
        ) : (
          <>
            <Button onClick={() => setTask("codes")}>{t("profile.twoFactor.renew")}</Button>
            {!required && <Button onClick={() => setTask("off")}>{t("profile.twoFactor.turnOff")}</Button>}
          </>
        )}
      </div>
      <TwoFactorDialog key={task} task={task} onClose={() => setTask(null)} />
    </div>
  );
}
