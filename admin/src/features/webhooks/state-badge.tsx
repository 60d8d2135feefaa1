import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import type { WebhookInfo } from "@/wire/schema";

const LOOKS = {
  on: "bg-accent-tint text-accent-ink",
  failing: "bg-waiting-tint text-waiting-ink",
  off: "bg-sunken text-ink-soft",
} as const;

/** Whether it is told, and whether it listens. */
export function StateBadge({ webhook }: { webhook: WebhookInfo }) {
  const { t } = useI18n();
  const state = !webhook.enabled ? "off" : webhook.failing_since ? "failing" : "on";
  return (
    <span className={cx("shrink-0 rounded-full px-2 py-0.5 text-xs font-medium", LOOKS[state])}>
      {t(`webhooks.state.${state}`)}
    </span>
  );
}
