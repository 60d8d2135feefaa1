import { cx } from "@/lib/cx";
import { formatFull } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import type { AttemptInfo, DeliveryInfo } from "@/wire/schema";
import { KINDS } from "./kinds";

const LOOKS = {
  pending: "text-waiting-ink",
  delivered: "text-accent-ink",
  failed: "text-danger-ink",
} as const;

interface DeliveryRowProps {
  delivery: DeliveryInfo;
  canRepeat: boolean;
  onRepeat: (eventId: string) => void;
}

/** One event on its way; opened, it shows each attempt and the very body. */
export function DeliveryRow({ delivery, canRepeat, onRepeat }: DeliveryRowProps) {
  const { t, locale } = useI18n();
  return (
    <li data-testid="delivery" className="border-b border-line last:border-b-0">
      <details className="group">
        <summary className="flex cursor-pointer flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 px-4 py-2.5 text-sm hover:bg-hover">
          <span className="min-w-0">
            <span className="font-medium">{t(KINDS[delivery.type])}</span>
            <span className={cx("ml-2 text-xs font-medium", LOOKS[delivery.state])}>
              {t(`webhooks.delivery.${delivery.state}`)}
            </span>
          </span>
          <time dateTime={delivery.created_at} className="text-xs text-ink-faint tabular-nums">
            {formatFull(locale, delivery.created_at)}
          </time>
        </summary>
        <div className="space-y-3 px-4 pt-1 pb-4 text-xs">
          {delivery.next_at && delivery.attempts > 0 && (
            <p className="text-ink-soft">{t("webhooks.next", { at: formatFull(locale, delivery.next_at) })}</p>
          )}
          {delivery.tries.length > 0 && (
            <div>
              <h4 className="mb-1 font-medium">{t("webhooks.attempts")}</h4>
              <ol className="space-y-1">
                {delivery.tries.map((each) => (
                  <Attempt key={each.at} attempt={each} />
                ))}
              </ol>
            </div>
          )}
          <div>
            <h4 className="mb-1 font-medium">{t("webhooks.body")}</h4>
            <pre className="max-h-60 overflow-auto rounded-md bg-sunken p-2 font-mono whitespace-pre-wrap wrap-anywhere">
              {pretty(delivery.body)}
            </pre>
          </div>
          {canRepeat && delivery.state !== "pending" && (
            <Button onClick={() => onRepeat(delivery.event_id)}>{t("webhooks.again")}</Button>
          )}
        </div>
      </details>
    </li>
  );
}

function Attempt({ attempt }: { attempt: AttemptInfo }) {
  const { t, locale } = useI18n();
  const outcome = attempt.trouble
    ? t(`webhooks.trouble.${attempt.trouble}`)
    : t("webhooks.status", { status: String(attempt.status ?? "") });
  return (
    <li>
      <span className="tabular-nums">{formatFull(locale, attempt.at)}</span> — {outcome},{" "}
      {t("webhooks.latency", { ms: attempt.latency_ms })}
      {attempt.excerpt !== "" && (
        <code className="mt-0.5 block font-mono text-ink-faint wrap-anywhere">{attempt.excerpt}</code>
      )}
    </li>
  );
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
