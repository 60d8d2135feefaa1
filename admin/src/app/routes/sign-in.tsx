import { Navigate, useSearchParams } from "react-router";
import { SignInForm } from "@/features/auth/sign-in-form";
import { useI18n } from "@/lib/i18n/i18n";
import { safeNext } from "@/lib/paths";
import { useSessionState } from "@/lib/services";
import { Logo } from "@/ui/icons";
import { LanguageSwitch } from "../language-switch";

export function SignInRoute() {
  const { t } = useI18n();
  const state = useSessionState();
  const [search] = useSearchParams();
  if (state.phase === "signed-in") return <Navigate to={safeNext(search.get("next"))} replace />;
  if (state.phase === "starting") return null;

  const reason = state.phase === "signed-out" ? state.reason : null;
  return (
    <main className="flex h-full flex-col items-center overflow-auto px-5">
      <title>{`${t("signIn.title")} · ${t("app.name")}`}</title>
      <div className="w-full max-w-80 pt-[max(3rem,18vh)] pb-8">
        <Logo className="mb-6 size-10" />
        <h1 className="text-xl font-semibold tracking-tight">{t("app.console")}</h1>
        <p className="mt-1 mb-7 text-sm text-ink-soft">{t("signIn.lead")}</p>
        {(reason === "expired" || reason === "revoked") && (
          <p role="status" className="mb-5 rounded-md bg-waiting-tint px-3 py-2 text-sm text-waiting-ink">
            {t(`signIn.${reason}`)}
          </p>
        )}
        <SignInForm />
      </div>
      <div className="mt-auto w-full max-w-48 pb-6">
        <LanguageSwitch />
      </div>
    </main>
  );
}
