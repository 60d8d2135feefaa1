import { Link } from "react-router";
import { useId, useRef, useState } from "react";
import { cx } from "@/lib/cx";
import { toApiError } from "@/lib/api-error";
import { initials } from "@/lib/initials";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { paths } from "@/lib/paths";
import { useOperator, useServices } from "@/lib/services";
import { useStore } from "@/lib/store";
import { theme, THEMES } from "@/lib/theme";
import { useConnectionState } from "@/realtime/realtime";
import { useEverybody } from "@/realtime/use-presence";
import { Button } from "@/ui/button";
import { Choice } from "@/ui/choice";
import { KeyboardIcon, NoteIcon } from "@/ui/icons";
import { Kbd } from "@/ui/kbd";
import { Quietly } from "@/ui/quietly";
import { useToast } from "@/ui/toaster";
import { withTexts } from "@/lib/i18n/with-texts";
import { LanguageSwitch } from "./language-switch";

const DeskPanel = withTexts(["desk"], async () => (await import("@/features/presence/desk-panel")).DeskPanel);

export function AccountMenu({ onShowKeys }: { onShowKeys: () => void }) {
  const { t } = useI18n();
  const { session } = useServices();
  const operator = useOperator();
  const online = useConnectionState() === "online";
  const mine = useEverybody().find((one) => one.id === operator.id);
  const toast = useToast();
  const errorText = useErrorText();
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState(false);

  function signOut(): void {
    session.signOut().catch((error: unknown) => toast({ text: errorText(toApiError(error)) }));
  }

  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        data-testid="account"
        aria-label={`${t("account.open")}: ${operator.name}`}
        title={operator.name}
        // Drawn, not written: the initials are a picture of the name that the label says in full.
        data-initials={initials(operator.name)}
        className="relative grid before:content-[attr(data-initials)] size-9 place-items-center rounded-full bg-accent-tint text-xs font-semibold text-accent-ink hover:inset-ring hover:inset-ring-accent-ink/40"
      >
        <span
          className={cx(
            "absolute -right-px -bottom-px size-2.5 rounded-full border-2 border-canvas",
            online && mine?.state !== "away" ? "bg-accent" : "bg-waiting-mark",
          )}
        />
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        onToggle={() => setOpened(true)}
        className="fixed inset-auto m-0 w-64 rounded-xl border border-line bg-raised p-3 text-ink shadow-xl shadow-shade max-md:right-3 max-md:bottom-16 md:bottom-3 md:left-14 max-h-[calc(100dvh-1.5rem)] overflow-y-auto"
      >
        <p className="truncate px-1 text-sm font-semibold">{operator.name}</p>
        <p className="truncate px-1 text-xs text-ink-faint">{operator.email}</p>
        <p className="mt-0.5 px-1 text-xs text-ink-faint">
          {t(`account.roles.${operator.role}`)} · {t(online ? "connection.online" : "connection.connecting")}
        </p>
        {opened && (
          <Quietly meanwhile={<div className="h-40" />}>
            <DeskPanel />
          </Quietly>
        )}
        <div className="mt-3 space-y-3 border-t border-line px-1 pt-3">
          <ThemeSwitch />
          <LanguageSwitch />
        </div>
        <div className="mt-3 border-t border-line pt-2">
          <Link
            to={paths.mentions()}
            onClick={() => panel.current?.hidePopover()}
            className="flex h-8 items-center gap-1.5 rounded-md px-1 text-sm font-medium text-ink-soft hover:bg-hover hover:text-ink pointer-coarse:h-10"
          >
            <NoteIcon />
            {t("account.mentions")}
          </Link>
          <Button
            look="ghost"
            className="w-full justify-start px-1! keyless:hidden"
            onClick={() => {
              panel.current?.hidePopover();
              onShowKeys();
            }}
          >
            <KeyboardIcon />
            <span className="grow text-left">{t("account.keys")}</span>
            <Kbd>?</Kbd>
          </Button>
          <Link
            to={paths.account()}
            onClick={() => panel.current?.hidePopover()}
            className="flex h-8 items-center rounded-md px-1 text-sm font-medium text-ink-soft hover:bg-hover hover:text-ink pointer-coarse:h-10"
          >
            {t("account.profile")}
          </Link>
          <Button look="ghost" className="w-full justify-start px-1!" onClick={signOut}>
            {t("account.signOut")}
          </Button>
        </div>
      </div>
    </>
  );
}

function ThemeSwitch() {
  const { t } = useI18n();
  return (
    <Choice
      label={t("account.theme")}
      value={useStore(theme)}
      options={THEMES.map((value) => ({ value, label: t(`account.themes.${value}`) }))}
      onChange={theme.set}
    />
  );
}
