import { Link } from "react-router";
import { formatFull } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import type { WebhookInfo } from "@/wire/schema";
import { KINDS } from "./kinds";
import { StateBadge } from "./state-badge";

/** A webhook in the list; its name leads to its log. */
export function WebhookRow({ webhook }: { webhook: WebhookInfo }) {
  const { t } = useI18n();
  return (
    <li data-testid="webhook" className="relative border-b border-line px-4 py-3 last:border-b-0 hover:bg-hover">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <Link
          to={`?webhook=${webhook.id}`}
          className="min-w-0 text-sm font-medium wrap-anywhere after:absolute after:inset-0"
        >
          {webhook.url}
        </Link>
        <StateBadge webhook={webhook} />
      </div>
      <p className="mt-1 text-xs text-ink-faint">
        {webhook.site_name} · {webhook.events.map((kind) => t(KINDS[kind])).join(", ")}
      </p>
      <Trouble webhook={webhook} />
    </li>
  );
}

/** What whoever runs this should know. */
export function Trouble({ webhook }: { webhook: WebhookInfo }) {
  const { t, locale } = useI18n();
  const said: string[] = [];
  if (webhook.disabled_reason) said.push(t(`webhooks.off.${webhook.disabled_reason}`));
  else if (webhook.failing_since) {
    said.push(t("webhooks.failingSince", { at: formatFull(locale, webhook.failing_since) }));
  }
  if (webhook.pending > 0) said.push(t("webhooks.pending", { count: webhook.pending }));
  if (said.length === 0) return null;
  return <p className="mt-1 text-xs text-pretty text-ink-soft">{said.join(" ")}</p>;
}
