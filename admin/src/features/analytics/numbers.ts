import type { AnalyticsSummary, Durations } from "@/wire/schema";

type Totals = AnalyticsSummary["totals"];

/** A part of a whole, or null where there is no whole. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

export const resolvedShare = (of: Totals) => share(of.resolved, of.settled);
export const durableShare = (of: Totals) => share(of.durable, of.durable_of);
export const handedShare = (of: Totals) => share(of.handed_off, of.episodes);

/** How much more, as a share of what was; null where it cannot be said. */
export function growth(now: number | null, before: number | null): number | null {
  return now === null || before === null || before === 0 ? null : now / before - 1;
}

export function difference(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : now - before;
}

export const medianOf = (of: Durations) => of.median_ms;
