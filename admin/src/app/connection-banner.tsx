import { useEffect, useState } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { useConnectionState, useRealtime } from "@/realtime/realtime";

/** A blink of the network is nobody's concern; a second and a half of silence is. */
const PATIENCE_MS = 1_500;

export function ConnectionBanner() {
  const { t } = useI18n();
  const { connection } = useRealtime();
  const away = useConnectionState() !== "online";
  const [shown, setShown] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => setShown(away), away ? PATIENCE_MS : 0);
    return () => clearTimeout(timer);
  }, [away]);

  return (
    <div role="status" data-testid="connection">
      {shown && away && (
        <div className="flex flex-wrap items-center justify-center gap-x-3 bg-waiting-tint px-4 py-1.5 text-center text-sm text-waiting-ink">
          <span>
            <strong className="font-semibold">{t("connection.lost")}</strong> {t("connection.kept")}
          </span>
          <button
            type="button"
            className="font-medium underline underline-offset-2"
            onClick={connection.retry}
          >
            {t("connection.now")}
          </button>
        </div>
      )}
    </div>
  );
}
