import type { Locale } from "@/wire/schema";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const cache = new Map<string, unknown>();

/** Intl objects are slow to make and are asked for on every row. */
function once<T>(key: string, make: () => T): T {
  let made = cache.get(key) as T | undefined;
  if (made === undefined) {
    made = make();
    cache.set(key, made);
  }
  return made;
}

/** How long something has lasted, in its largest unit: «4 мин», «2 ч». */
export function formatAge(locale: Locale, milliseconds: number): string {
  const age = Math.max(0, milliseconds);
  if (age < MINUTE) return unit(locale, "second", Math.floor(age / 10_000) * 10);
  if (age < HOUR) return unit(locale, "minute", Math.floor(age / MINUTE));
  if (age < DAY) return unit(locale, "hour", Math.floor(age / HOUR));
  return unit(locale, "day", Math.floor(age / DAY));
}

function unit(locale: Locale, name: string, value: number): string {
  return once(
    `unit.${locale}.${name}`,
    () => new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "short" }),
  ).format(value);
}

/** A share as people say it: «2,5 %». */
export function formatPercent(locale: Locale, share: number): string {
  return once(
    `percent.${locale}`,
    () => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }),
  ).format(share);
}

/** A number with exactly so many decimals: «0,82». */
export function formatDecimal(locale: Locale, value: number, decimals: number): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return once(`decimal.${locale}.${decimals}`, () => new Intl.NumberFormat(locale, digits)).format(
    value,
  );
}

/** How long people waited, in its two largest units: «40 с», «5 мин», «2 ч 10 мин», «3 д 4 ч». */
export function formatLong(locale: Locale, milliseconds: number): string {
  const part = (name: string, value: number) => unit(locale, name, Math.floor(value));
  if (milliseconds < 9_950) return formatDuration(locale, milliseconds);
  if (milliseconds < MINUTE) return part("second", milliseconds / 1_000);
  if (milliseconds < HOUR) return part("minute", milliseconds / MINUTE);
  const [large, small, size, rest] =
    milliseconds < DAY
      ? ["hour", "minute", HOUR, MINUTE] as const
      : (["day", "hour", DAY, HOUR] as const);
  const left = Math.floor((milliseconds % size) / rest);
  return left === 0 ? part(large, milliseconds / size) : `${part(large, milliseconds / size)} ${part(small, left)}`;
}

/** How long a stage took: «0,4 мс», «62 мс», «1,8 с». */
export function formatDuration(locale: Locale, milliseconds: number): string {
  const long = milliseconds >= 999.5;
  const unit = long ? "second" : "millisecond";
  const decimals = long || milliseconds < 9.95 ? 1 : 0;
  return once(
    `duration.${locale}.${unit}.${decimals}`,
    () =>
      new Intl.NumberFormat(locale, {
        style: "unit",
        unit,
        unitDisplay: "short",
        maximumFractionDigits: decimals,
      }),
  ).format(long ? milliseconds / 1000 : milliseconds);
}

const KILOBYTE = 1_024;

/** How large a file is, in the unit that keeps it short: «14 кБ», «2,4 МБ». */
export function formatSize(locale: Locale, bytes: number): string {
  const isLarge = bytes >= KILOBYTE * KILOBYTE;
  const unit = isLarge ? "megabyte" : "kilobyte";
  const value = bytes / (isLarge ? KILOBYTE * KILOBYTE : KILOBYTE);
  return once(
    `size.${locale}.${unit}`,
    () => new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: 1 }),
  ).format(value < 10 ? Math.max(value, 0.1) : Math.round(value));
}

/** A language by its name: «русский». */
export function formatLanguage(locale: Locale, language: Locale): string {
  const names = once(
    `language.${locale}`,
    () => new Intl.DisplayNames(locale, { type: "language" }),
  );
  return names.of(language) ?? language;
}

/** A moment in a list: the time today, the date before, the year where it differs. */
export function formatMoment(locale: Locale, iso: string, now: number): string {
  const at = new Date(iso);
  const today = new Date(now);
  if (isSameDay(at, today)) return formatTime(locale, iso);
  const year = at.getFullYear() === today.getFullYear() ? undefined : "numeric";
  return once(
    `moment.${locale}.${year ?? ""}`,
    () => new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", ...(year && { year }) }),
  ).format(at);
}

export function formatTime(locale: Locale, iso: string): string {
  return once(
    `time.${locale}`,
    () => new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" }),
  ).format(new Date(iso));
}

/** The heading of a day in a conversation: «Сегодня», «Вчера», «12 ноября». */
export function formatDay(locale: Locale, iso: string, now: number): string {
  const at = new Date(iso);
  const days = Math.round((startOfDay(new Date(now)) - startOfDay(at)) / DAY);
  if (days === 0 || days === 1) {
    const text = once(
      `relative.${locale}`,
      () => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }),
    ).format(-days, "day");
    return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
  }
  const year = at.getFullYear() === new Date(now).getFullYear() ? undefined : "numeric";
  return once(
    `day.${locale}.${year ?? ""}`,
    () => new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", ...(year && { year }) }),
  ).format(at);
}

export function formatDate(locale: Locale, iso: string): string {
  return once(
    `date.${locale}`,
    () => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }),
  ).format(new Date(iso));
}

export function formatFull(locale: Locale, iso: string): string {
  return once(
    `full.${locale}`,
    () => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" }),
  ).format(new Date(iso));
}

export function isSameDay(a: Date, b: Date): boolean {
  return startOfDay(a) === startOfDay(b);
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
