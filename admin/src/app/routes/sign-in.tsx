import { Suspense, useState } from "react";
import { Navigate, useLocation, useNavigate, useSearchParams } from "react-router";
import { SignInForm } from "@/features/auth/sign-in-form";
import { useI18n } from "@/lib/i18n/i18n";
import { withTexts } from "@/lib/i18n/with-texts";
import { safeNext } from "@/lib/paths";
import { useSessionState } from "@/lib/services";
import type { TwoFactorChallenge } from "@/wire/schema";
import { EntryPage } from "../entry-page";

const SecondStep = withTexts(
  ["entry"],
  async () => (await import("@/features/people/entry/second-step")).SecondStep,
);

export function SignInRoute() {
  const { t } = useI18n();
  const state = useSessionState();
  const [search] = useSearchParams();
  const [challenge, setChallenge] = useChallenge();
  if (state.phase === "signed-in") return <Navigate to={safeNext(search.get("next"))} replace />;
  if (state.phase === "starting") return null;

  const reason = state.phase === "signed-out" ? state.reason : null;
  if (challenge) {
    return (
      <EntryPage title={t("signIn.title")}>
        <Suspense fallback={null}>
          <SecondStep challenge={challenge} onBack={() => setChallenge(null)} />
        </Suspense>
      </EntryPage>
    );
  }
  return (
    <EntryPage title={t("signIn.title")}>
      <h1 className="text-xl font-semibold tracking-tight">{t("app.console")}</h1>
      <p className="mt-1 mb-7 text-sm text-ink-soft">{t("signIn.lead")}</p>
      {(reason === "expired" || reason === "revoked") && (
        <p role="status" className="mb-5 rounded-md bg-waiting-tint px-3 py-2 text-sm text-waiting-ink">
          {t(`signIn.${reason}`)}
        </p>
      )}
      <SignInForm onChallenge={setChallenge} />
    </EntryPage>
  );
}

/** The second step that follows: of this form, or of the link that led here. */
function useChallenge() {
  const location = useLocation();
  const navigate = useNavigate();
  const [challenge, setChallenge] = useState<TwoFactorChallenge | null>(() => challengeOf(location.state));

  function set(next: TwoFactorChallenge | null): void {
    setChallenge(next);
    // A reload must not begin with a ticket that has been left.
    if (next === null) void navigate({ search: location.search }, { replace: true, state: null });
  }
  return [challenge, set] as const;
}

function challengeOf(state: unknown): TwoFactorChallenge | null {
  if (typeof state !== "object" || state === null || !("challenge" in state)) return null;
  return state.challenge as TwoFactorChallenge;
}
