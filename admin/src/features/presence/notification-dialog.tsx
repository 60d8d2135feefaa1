import { useId, useState, type ReactNode } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { KINDS, notifying } from "@/lib/notifications/preferences";
import { playSound } from "@/lib/notifications/sound";
import { useStore, type Store } from "@/lib/store";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";

type Permission = NotificationPermission | "unknown";

function permissionNow(): Permission {
  return "Notification" in window ? Notification.permission : "unknown";
}

/** What this device tells of, and how. */
export function NotificationDialog({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const enabled = useStore(notifying.enabled) === "on";
  const sound = useStore(notifying.sound) === "on";
  const desktop = useStore(notifying.desktop) === "on";
  const [permission, setPermission] = useState<Permission>(permissionNow);

  async function ask(): Promise<void> {
    const given = await Notification.requestPermission();
    setPermission(given);
    if (given === "granted") notifying.desktop.set("on");
  }

  function tryOut(): void {
    if (sound) playSound();
    if (desktop && permission === "granted") {
      new Notification(t("app.name"), { body: t("desk.notify.tryText"), silent: true });
    }
  }

  return (
    <Dialog open onClose={onClose} title={t("desk.notify.title")}>
      <p className="mt-1 text-sm text-pretty text-ink-soft">{t("desk.notify.lead")}</p>
      <div className="mt-4 space-y-4">
        <Switch store={notifying.enabled}>
          <span className="font-medium">{t("desk.notify.enabled")}</span>
        </Switch>
        <Group title={t("desk.notify.about")}>
          {KINDS.map((kind) => (
            <Switch key={kind} store={notifying.kinds[kind]} disabled={!enabled}>
              {t(`desk.notify.kinds.${kind}`)}
            </Switch>
          ))}
        </Group>
        <Group title={t("desk.notify.how")}>
          <Switch store={notifying.sound} disabled={!enabled}>
            {t("desk.notify.sound")}
          </Switch>
          {permission === "granted" ? (
            <Switch store={notifying.desktop} disabled={!enabled}>
              {t("desk.notify.desktop")}
            </Switch>
          ) : (
            <div className="flex flex-wrap items-center justify-between gap-2 text-sm">
              <span>
                {t("desk.notify.desktop")}
                {permission !== "default" && (
                  <span className="block text-xs text-ink-faint">
                    {t(permission === "denied" ? "desk.notify.desktopDenied" : "desk.notify.desktopUnknown")}
                  </span>
                )}
              </span>
              {permission === "default" && (
                <Button disabled={!enabled} onClick={() => void ask()}>
                  {t("desk.notify.desktopAsk")}
                </Button>
              )}
            </div>
          )}
        </Group>
      </div>
      <div className="mt-5 flex justify-between gap-2">
        <Button disabled={!enabled || (!sound && !desktop)} onClick={tryOut}>
          {t("desk.notify.try")}
        </Button>
        <Button look="primary" data-initial-focus onClick={onClose}>
          {t("desk.notify.done")}
        </Button>
      </div>
    </Dialog>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className="space-y-2">
      <h3 id={id} className="text-xs text-ink-faint">
        {title}
      </h3>
      {children}
    </div>
  );
}

interface SwitchProps {
  store: Store<"on" | "off">;
  disabled?: boolean;
  children: ReactNode;
}

function Switch({ store, disabled = false, children }: SwitchProps) {
  const on = useStore(store) === "on";
  return (
    <label className="flex items-start gap-2.5 text-sm has-disabled:opacity-50">
      <input
        type="checkbox"
        checked={on}
        disabled={disabled}
        onChange={(event) => store.set(event.target.checked ? "on" : "off")}
        className="mt-1 accent-accent"
      />
      <span>{children}</span>
    </label>
  );
}
