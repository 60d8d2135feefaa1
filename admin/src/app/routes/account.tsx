import { AccountPage } from "@/features/people/account/account-page";
import { useI18n } from "@/lib/i18n/i18n";

/** One's own account. */
export function AccountRoute() {
  const { t } = useI18n();
  return (
    <main className="flex min-w-0 grow md:pt-2">
      <title>{`${t("profile.title")} · ${t("app.name")}`}</title>
      <div className="min-w-0 grow overflow-y-auto overscroll-contain border-line bg-surface max-md:pb-14 md:rounded-tl-xl md:border-t md:border-l">
        <div className="mx-auto flex min-h-full max-w-2xl flex-col">
          <h1 className="flex h-12 shrink-0 items-center px-4 text-lg font-semibold tracking-tight">
            {t("profile.title")}
          </h1>
          <AccountPage />
        </div>
      </div>
    </main>
  );
}
