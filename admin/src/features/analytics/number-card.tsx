import { useI18n } from "@/lib/i18n/i18n";
import { Behind } from "./behind";

interface NumberCardProps {
  name: string;
  /** What the number means, for whoever asks. */
  help: string | null;
  value: string | null;
  note?: string | null;
  /** How it differs from the period before: already put into words. */
  change?: string | null;
  /** The list of what it counts. */
  to: string;
}

/** A number, its change, and the way to what it counts. */
export function NumberCard({ name, help, value, note, change, to }: NumberCardProps) {
  const { t } = useI18n();
  return (
    <li data-testid="number" title={help ?? undefined} className="min-w-0">
      <Behind to={to} className="block h-full min-w-0 bg-surface px-4 py-3 outline-offset-[-3px]! hover:bg-hover">
        <span className="block text-xs text-ink-soft">{name}</span>
        <span className="mt-1 block text-xl font-semibold tracking-tight tabular-nums">
          {value ?? <span className="text-base font-normal text-ink-faint">{t("analytics.none")}</span>}
        </span>
        {note && <span className="block text-xs text-ink-faint">{note}</span>}
        {change && <span className="mt-0.5 block text-xs text-ink-faint">{change}</span>}
      </Behind>
      {help !== null && <span className="sr-only">{help}</span>}
    </li>
  );
}
