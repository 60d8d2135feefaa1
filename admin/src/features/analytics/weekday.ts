import type { Locale } from "@/wire/schema";

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);

/** The name of a weekday, from 1: Monday. */
export function weekdayName(locale: Locale, weekday: number, width: "short" | "long"): string {
  const day = MONDAY + (weekday - 1) * 86_400_000;
  return new Intl.DateTimeFormat(locale, { weekday: width, timeZone: "UTC" }).format(day);
}
