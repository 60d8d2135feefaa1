import { useNow } from "@/lib/clock";
import { formatMoment } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import type { SessionInfo } from "@/wire/schema";

interface SessionRowsProps {
  label: string;
  items: readonly SessionInfo[];
  onEnd: (session: SessionInfo) => void;
  /** The one in use is ended by signing out. */
  keepCurrent?: boolean;
}

/** Sign-ins: on what, from where, when last. */
export function SessionRows({ label, items, onEnd, keepCurrent = false }: SessionRowsProps) {
  const { t, locale } = useI18n();
  const now = useNow();
  return (
    <ul aria-label={label} className="divide-y divide-line rounded-lg border border-line">
      {items.map((session) => {
        const device = deviceOf(session) || t("people.sessions.unknown");
        return (
          <li key={session.id} data-testid="session" className="flex items-center gap-3 px-3 py-2">
            <div className="min-w-0 grow">
              <p className="truncate text-sm">
                {device}
                {session.current && (
                  <span className="ml-2 rounded-sm bg-accent-tint px-1.5 py-px text-xs font-medium text-accent-ink">
                    {t("people.sessions.current")}
                  </span>
                )}
              </p>
              <p className="truncate text-xs text-ink-faint">
                {[session.address, t("people.sessions.used", { when: formatMoment(locale, session.used_at, now) })]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            {!(keepCurrent && session.current) && (
              <Button aria-label={t("people.sessions.endOf", { device })} onClick={() => onEnd(session)}>
                {t("people.sessions.end")}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

export function deviceOf({ browser, system }: SessionInfo): string {
  return [browser, system].filter(Boolean).join(", ");
}
