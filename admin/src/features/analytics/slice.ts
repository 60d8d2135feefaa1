import type { Query } from "@/lib/request";

/** What is looked at; it stands in the address, so that a link shows the same to a colleague. */
export interface Slice {
  since: string;
  until: string;
  /** How many days up to today, when the period moves with today. */
  days: number | null;
  siteId: string;
  agent: string;
}

export const PERIODS = [7, 30, 90] as const;
const USUAL = 30;
const DAY = 86_400_000;

export function readSlice(search: URLSearchParams, now: number): Slice {
  const since = search.get("since") ?? "";
  const until = search.get("until") ?? "";
  const rest = { siteId: search.get("site_id") ?? "", agent: search.get("agent") ?? "" };
  if (isDay(since) && isDay(until) && since <= until) return { since, until, days: null, ...rest };
  const days = Number(search.get("days"));
  const known = PERIODS.find((each) => each === days) ?? USUAL;
  return { since: dayOf(now - (known - 1) * DAY), until: dayOf(now), days: known, ...rest };
}

/** The address of a slice; a period that moves is written as such. */
export function writeSlice(slice: Slice): URLSearchParams {
  const search = new URLSearchParams();
  if (slice.days === null) {
    search.set("since", slice.since);
    search.set("until", slice.until);
  } else if (slice.days !== USUAL) {
    search.set("days", String(slice.days));
  }
  if (slice.siteId) search.set("site_id", slice.siteId);
  if (slice.agent) search.set("agent", slice.agent);
  return search;
}

/** What stands in the address beside a slice: which number of it is looked at. */
export function besideSlice(search: URLSearchParams): URLSearchParams {
  const rest = new URLSearchParams(search);
  for (const name of ["since", "until", "days", "site_id", "agent"]) rest.delete(name);
  return rest;
}

/** What the platform is asked; days are those of the reader's time zone. */
export function queryOf(slice: Slice): Query {
  return {
    since: slice.since,
    until: slice.until,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    site_id: slice.siteId || undefined,
    agent: slice.agent || undefined,
  };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** A day as the address writes it, of the reader's calendar. */
export function dayOf(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
