import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import type { Message } from "@/wire/schema";

interface TroubleLineProps {
  message: Message;
  className: string;
}

/** Why the language model did not write this, though one is configured. Visitors are not told. */
export function TroubleLine({ message, className }: TroubleLineProps) {
  const { t } = useI18n();
  if (!message.trouble) return null;
  return (
    <p data-testid="trouble" className={cx("text-xs text-ink-faint", className)}>
      {t("trouble.without", { reason: t(`trouble.reasons.${message.trouble}`) })}
    </p>
  );
}
