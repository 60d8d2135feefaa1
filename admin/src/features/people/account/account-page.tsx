import type { ReactNode } from "react";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { AlertIcon } from "@/ui/icons";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import { PasswordSection } from "./password-section";
import { ProfileForm } from "./profile-form";
import { SessionsSection } from "./sessions-section";
import { TwoFactorSection } from "./two-factor-section";
import { useAccount } from "./use-account";

/** One's own account: who one is, and how the way in is guarded. */
export function AccountPage() {
  const { t } = useI18n();
  const errorText = useErrorText();
  const { data, error, isPending, refetch } = useAccount();
  if (isPending) return <SkeletonList rows={5} label={t("app.loading")} />;
  if (!data) {
    return (
      <StatePanel
        alert
        picture={<AlertIcon className="size-7" />}
        title={t("profile.failed")}
        actions={<Button onClick={() => void refetch()}>{t("inbox.retry")}</Button>}
      >
        {errorText(toApiError(error))}
      </StatePanel>
    );
  }
  return (
    <div className="space-y-8 px-4 pb-10">
      <Part title={t("profile.about")}>
        <ProfileForm account={data} />
      </Part>
      <Part title={t("profile.password.title")}>
        <PasswordSection account={data} />
      </Part>
      <Part title={t("profile.twoFactor.title")}>
        <TwoFactorSection account={data} />
      </Part>
      <Part title={t("profile.sessions.title")}>
        <SessionsSection />
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-3 text-base font-semibold">{title}</h2>
      {children}
    </section>
  );
}
