import type { Query } from "@/lib/request";
import { queryOf, type View } from "@/lib/views";
import type { ConversationStatus, InboxFilter } from "@/wire/schema";

export const STATUSES: readonly ConversationStatus[] = ["agent", "waiting", "operator", "closed"];
export const SCORES = ["1", "2", "3", "4", "5"] as const;
/** Seconds. */
export const WAITS = ["300", "900", "3600", "14400", "86400"] as const;

/** What the address says of a list, beside its view. Dates are days of the reader's own time. */
export interface Filters {
  q: string;
  status: readonly ConversationStatus[];
  site: string;
  agent: string;
  assigned: string;
  labels: readonly string[];
  unread: boolean;
  wait: string;
  scores: readonly string[];
  rating: "" | "up" | "down";
  since: string;
  until: string;
  /** The saved view that it came from. */
  saved: string;
}

const SINGLE = ["q", "site", "agent", "assigned", "wait", "since", "until", "saved"] as const;

export function readFilters(search: URLSearchParams): Filters {
  const one = (name: string) => search.get(name) ?? "";
  const rating = one("rating");
  return {
    q: one("q"),
    status: STATUSES.filter((each) => search.getAll("status").includes(each)),
    site: one("site"),
    agent: one("agent"),
    assigned: one("assigned"),
    labels: search.getAll("label"),
    unread: search.has("unread"),
    wait: WAITS.find((each) => each === one("wait")) ?? "",
    scores: SCORES.filter((each) => search.getAll("score").includes(each)),
    rating: rating === "up" || rating === "down" ? rating : "",
    since: day(one("since")),
    until: day(one("until")),
    saved: one("saved"),
  };
}

export function writeFilters(filters: Filters): URLSearchParams {
  const search = new URLSearchParams();
  for (const name of SINGLE) {
    if (filters[name] !== "") search.set(name, filters[name]);
  }
  for (const each of filters.status) search.append("status", each);
  for (const each of filters.labels) search.append("label", each);
  for (const each of filters.scores) search.append("score", each);
  if (filters.rating !== "") search.set("rating", filters.rating);
  if (filters.unread) search.set("unread", "1");
  return search;
}

/** How many conditions there are, the words that are searched for aside. */
export function countFilters(filters: Filters): number {
  const { status, labels, scores, site, agent, assigned, unread, wait, rating, since, until } = filters;
  const given = [status.length, scores.length, site, agent, assigned, unread, wait, rating, since, until];
  return given.filter(Boolean).length + labels.length;
}

/** The view and the filters, as the API asks for them and a saved view keeps them. */
export function toApi(view: View, filters: Filters): Partial<InboxFilter> {
  const base = queryOf(view);
  const status = filters.status.length > 0 ? filters.status : base.status ? [base.status] : [];
  const assigned = filters.assigned || base.assigned;
  return {
    ...(filters.q !== "" && { q: filters.q }),
    ...(status.length > 0 && { status: [...status] }),
    ...(filters.site !== "" && { site: filters.site }),
    ...(filters.agent !== "" && { agent: filters.agent }),
    ...(assigned && { assigned }),
    ...(filters.labels.length > 0 && { labels: [...filters.labels] }),
    ...(filters.unread && { unread: true }),
    ...(filters.wait !== "" && { waiting_over: Number(filters.wait) }),
    ...(filters.scores.length > 0 && { scores: filters.scores.map(Number) }),
    ...(filters.rating !== "" && { rating: filters.rating }),
    ...(filters.since !== "" && { since: midnight(filters.since, 0) }),
    ...(filters.until !== "" && { until: midnight(filters.until, 1) }),
  };
}

export function toQuery(view: View, filters: Filters): Query {
  const { scores, ...rest } = toApi(view, filters);
  return { ...(rest as Query), ...(scores && { scores: scores.map(String) }) };
}

/** A saved view as an address says it. */
export function fromSaved(id: string, kept: InboxFilter): Filters {
  const search = new URLSearchParams();
  const set = (name: string, value: string | number | false | null | undefined) => {
    if (value !== null && value !== undefined && value !== "" && value !== false) {
      search.set(name, String(value));
    }
  };
  for (const each of kept.status) search.append("status", each);
  for (const each of kept.labels) search.append("label", each);
  for (const each of kept.scores) search.append("score", String(each));
  set("q", kept.q);
  set("site", kept.site);
  set("agent", kept.agent);
  set("assigned", kept.assigned);
  set("wait", kept.waiting_over);
  set("rating", kept.rating);
  set("unread", kept.unread && "1");
  set("since", kept.since && localDay(new Date(kept.since)));
  set("until", kept.until && localDay(new Date(Date.parse(kept.until) - 1)));
  set("saved", id);
  return readFilters(search);
}

function day(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : "";
}

function midnight(text: string, daysLater: number): string {
  const [year = 0, month = 1, date = 1] = text.split("-").map(Number);
  return new Date(year, month - 1, date + daysLater).toISOString();
}

function localDay(at: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
