import { Suspense, useEffect, useState } from "react";
import { Navigate, Outlet, useLocation } from "react-router";
import { CaseForms } from "@/assist/case/case-forms";
import { useAgents } from "@/lib/agents";
import { useChord, useHotkeys } from "@/lib/hotkeys";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { withTexts } from "@/lib/i18n/with-texts";
import { paths } from "@/lib/paths";
import { useServices, useSessionState } from "@/lib/services";
import { Button } from "@/ui/button";
import { Logo } from "@/ui/icons";
import { StatePanel } from "@/ui/state-panel";
import type { OperatorInfo } from "@/wire/schema";
import { ConnectionBanner } from "../connection-banner";
import { MentionNotice } from "../mention-notice";
import { DeskWatch } from "../desk-watch";
import { Rail } from "../rail";

const KeyMap = withTexts(["keys"], async () => (await import("../key-map")).KeyMap);
const Palette = withTexts(["palette", "settings"], async () => (await import("../palette/palette")).Palette);

/** Everything behind the sign-in. */
export function ShellRoute() {
  const { session } = useServices();
  const state = useSessionState();
  const { t } = useI18n();
  const errorText = useErrorText();
  const { pathname, search } = useLocation();

  switch (state.phase) {
    case "starting":
      return (
        <main aria-busy="true" className="grid h-full place-items-center">
          <span className="sr-only">{t("app.loading")}</span>
          <Logo className="size-10 animate-breathe" />
        </main>
      );
    case "unreachable":
      return (
        <main className="h-full">
          <StatePanel
            whole
            alert
            title={t("signIn.unreachable")}
            actions={
              <Button look="primary" onClick={() => void session.start()}>
                {t("inbox.retry")}
              </Button>
            }
          >
            {errorText(state.error)}
          </StatePanel>
        </main>
      );
    case "signed-out":
      // Who left by themselves starts anew; whose session ran out comes back to the same place.
      return (
        <Navigate
          to={state.reason === "signed-out" ? paths.signIn() : paths.signIn(pathname + search)}
          replace
        />
      );
    case "signed-in":
      return <Shell operator={state.operator} />;
  }
}

function Shell({ operator }: { operator: OperatorInfo }) {
  const { adopt } = useI18n();
  const [keysShown, setKeysShown] = useState(false);
  // Their names are wanted everywhere, and nowhere waited for.
  useAgents();
  const [paletteShown, setPaletteShown] = useState(false);
  useHotkeys({ "?": () => setKeysShown(true) });
  useChord("k", () => setPaletteShown(true));
  useEffect(() => {
    void adopt(operator.locale);
    // Only when somebody signs in: a later choice of language is not undone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [operator.id]);

  return (
    <div className="flex h-full flex-col">
      <ConnectionBanner />
      <MentionNotice />
      <div className="flex min-h-0 grow">
        <Rail onShowKeys={() => setKeysShown(true)} />
        <CaseForms>
          <Outlet />
        </CaseForms>
      </div>
      <DeskWatch />
      {paletteShown && (
        <Suspense fallback={null}>
          <Palette onClose={() => setPaletteShown(false)} onKeys={() => setKeysShown(true)} />
        </Suspense>
      )}
      {keysShown && (
        <Suspense fallback={null}>
          <KeyMap open onClose={() => setKeysShown(false)} />
        </Suspense>
      )}
    </div>
  );
}
