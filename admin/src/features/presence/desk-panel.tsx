import { lazy, Suspense, useOptimistic, useState, useTransition } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { notifying } from "@/lib/notifications/preferences";
import { useOperator } from "@/lib/services";
import { useStore } from "@/lib/store";
import { useEverybody } from "@/realtime/use-presence";
import { Button } from "@/ui/button";
import { Choice } from "@/ui/choice";
import { BellIcon } from "@/ui/icons";
import { PresenceDot } from "@/ui/presence-dot";
import type { Availability, OperatorPresence, Presence } from "@/wire/schema";
import { useAvailability } from "./use-availability";

const NotificationDialog = lazy(async () => ({
  default: (await import("./notification-dialog")).NotificationDialog,
}));

const AVAILABILITIES: readonly Availability[] = ["available", "away"];
const ORDER: readonly Presence[] = ["available", "away", "offline"];

/** The part of the account's menu that is about being at work: oneself, and who else is. */
export function DeskPanel() {
  const { t } = useI18n();
  const operator = useOperator();
  const { state, choose } = useAvailability();
  const [shown, show] = useOptimistic(state);
  const [, start] = useTransition();
  const colleagues = useEverybody().filter((one) => one.id !== operator.id);
  const enabled = useStore(notifying.enabled) === "on";
  const [asked, setAsked] = useState(false);

  return (
    <div className="mt-3 space-y-3 border-t border-line px-1 pt-3">
      <div data-testid="availability" data-state={state ?? ""}>
        <Choice<Availability | "">
          label={t("desk.availability")}
          value={shown ?? ""}
          options={AVAILABILITIES.map((value) => ({ value, label: t(`desk.availabilities.${value}`) }))}
          onChange={(value) => {
            if (value === "") return;
            start(async () => {
              show(value);
              await choose(value);
            });
          }}
        />
      </div>
      <section aria-label={t("desk.colleagues")}>
        <h3 className="mb-1 text-xs text-ink-faint">{t("desk.colleagues")}</h3>
        {colleagues.length === 0 ? (
          <p className="text-xs text-ink-faint">{t("desk.alone")}</p>
        ) : (
          // A list that scrolls must be reachable by the keyboard.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <ul tabIndex={0} className="max-h-32 overflow-y-auto rounded-sm">
            {ordered(colleagues).map((one) => (
              <li key={one.id} data-testid="colleague" data-state={one.state} className="flex items-center gap-2 py-0.5 text-sm">
                <PresenceDot state={one.state} className="size-2" />
                <span className="min-w-0 grow truncate">{one.name}</span>
                <span className="shrink-0 text-xs whitespace-nowrap text-ink-faint">{t(`desk.states.${one.state}`)}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <Button
        look="ghost"
        aria-haspopup="dialog"
        className="-mx-1 w-[calc(100%+0.5rem)] justify-start px-1!"
        onClick={() => setAsked(true)}
      >
        <BellIcon />
        <span className="grow text-left">{t("desk.notifications")}</span>
        {!enabled && <span className="text-xs text-ink-faint">{t("desk.muted")}</span>}
      </Button>
      {asked && (
        <Suspense fallback={null}>
          <NotificationDialog onClose={() => setAsked(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** Who could help comes first. */
function ordered(colleagues: readonly OperatorPresence[]): readonly OperatorPresence[] {
  return [...colleagues].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}
