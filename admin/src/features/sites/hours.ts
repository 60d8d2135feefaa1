import type { HoursInterval, SiteHoliday, SiteHours } from "@/wire/schema";

const OFFICE: readonly HoursInterval[] = [{ start: "09:00", end: "18:00" }];

/** What somebody begins with who had no hours: five days, nine to six, by their own clock. */
export function officeHours(zone: string): SiteHours {
  return { zone, week: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []], holidays: [] };
}

export function minutes(clock: string): number {
  const [hours = 0, rest = 0] = clock.split(":").map(Number);
  return hours * 60 + rest;
}

/** A field for the time of day knows no 24:00: midnight at the end of a day is its 00:00. */
export function endOf(clock: string): string {
  return clock === "00:00" ? "24:00" : clock;
}

export function shownEnd(clock: string): string {
  return clock === "24:00" ? "00:00" : clock;
}

/** Why a day's intervals cannot be kept; null when they can. */
export function troubleOf(intervals: readonly HoursInterval[]): "order" | "overlap" | null {
  if (intervals.some(({ start, end }) => !start || !end || minutes(start) >= minutes(end))) return "order";
  const ordered = intervals.toSorted((a, b) => minutes(a.start) - minutes(b.start));
  const meets = (each: HoursInterval, index: number) => {
    const before = ordered[index - 1];
    return before !== undefined && minutes(before.end) > minutes(each.start);
  };
  return ordered.some(meets) ? "overlap" : null;
}

/** What follows the last interval of a day, where there is room for it. */
export function nextInterval(intervals: readonly HoursInterval[]): HoursInterval {
  const last = Math.max(9 * 60, ...intervals.map(({ end }) => minutes(end) + 60));
  const start = Math.min(last, 22 * 60);
  return { start: clockOf(start), end: clockOf(Math.min(start + 4 * 60, 24 * 60 - 1)) };
}

export function holidayTrouble(holidays: readonly SiteHoliday[]): "day" | "twice" | null {
  if (holidays.some(({ day }) => day === "")) return "day";
  return new Set(holidays.map(({ day }) => day)).size < holidays.length ? "twice" : null;
}

function clockOf(after: number): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(after / 60))}:${two(after % 60)}`;
}
