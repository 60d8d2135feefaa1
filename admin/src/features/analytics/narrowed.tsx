import { useI18n, type TextKey } from "@/lib/i18n/i18n";
import type { Measure } from "@/wire/schema";
import { isTime } from "./measure";
import { weekdayName } from "./weekday";

const REASONS = ["requested", "low_confidence", "no_knowledge", "ungrounded", "failed", "deadline", "unknown"] as const;

interface NarrowedProps {
  search: URLSearchParams;
  measure: Measure;
  /** Whose requests are listed, when they are one person's. */
  person: string | null;
}

/** What a list is narrowed to beside its days, site and agent, and its order when it is no usual one. */
export function Narrowed({ search, measure, person }: NarrowedProps) {
  const { t, locale } = useI18n();
  const reason = REASONS.find((each) => each === search.get("reason"));
  const weekday = Number(search.get("weekday"));
  const hour = search.get("hour");
  const words = [
    reason === undefined ? null : t(`analytics.reasons.${reason}` satisfies TextKey),
    search.has("operator_id") ? person : null,
    weekday >= 1 && weekday <= 7 && hour !== null
      ? t("analytics.episodes.hour", { weekday: weekdayName(locale, weekday, "long"), hour })
      : null,
    isTime(measure) ? t("analytics.episodes.longestFirst") : null,
  ].filter((each) => each !== null);
  if (words.length === 0) return null;
  return <p className="truncate text-xs text-ink-faint">{words.join(" · ")}</p>;
}
