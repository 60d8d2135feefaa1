import type { AgentPolicy, DocumentInfo, Locale, WebSourceInfo } from "@/wire/schema";

/** A site of the operator, and who answers on it. */
export interface Site {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly agents: readonly { readonly slug: string; readonly name: string }[];
}

/** A document or a web source, and the site it is of. */
export interface Of<T> {
  readonly site: Site;
  readonly item: T;
}

export type DocumentState = DocumentInfo["state"];
export const STATES: readonly DocumentState[] = ["pending", "indexing", "ready", "failed"];

export interface Filters {
  /** A place, as `placeOf` writes it; empty: all. */
  readonly place: string;
  readonly state: DocumentState | "";
  readonly text: string;
}

export function sitesOf(agents: readonly AgentPolicy[]): readonly Site[] {
  const sites = new Map<string, Omit<Site, "agents"> & { agents: { slug: string; name: string }[] }>();
  for (const agent of agents) {
    const site = sites.get(agent.site_key) ?? {
      id: agent.site_id,
      key: agent.site_key,
      name: agent.site_name,
      agents: [],
    };
    site.agents.push({ slug: agent.slug, name: agent.name });
    sites.set(site.key, site);
  }
  return [...sites.values()];
}

/** An agent of a site in one word, for a choice or an address. */
export function placeOf(siteKey: string, agent: string): string {
  return `${siteKey}/${agent}`;
}

export function splitPlace(place: string): { siteKey: string; agent: string } {
  const [siteKey = "", agent = ""] = place.split("/");
  return { siteKey, agent };
}

/** An agent's name; one that no longer answers has its slug alone. */
export function agentName(site: Site, slug: string): string {
  return site.agents.find((agent) => agent.slug === slug)?.name ?? slug;
}

export function titleOf(document: DocumentInfo): string {
  return document.title === "" ? document.name : document.title;
}

export function isUnderWay(item: DocumentInfo | WebSourceInfo): boolean {
  return item.state === "pending" || item.state === "indexing" || item.state === "reading";
}

export function chosen(
  documents: readonly Of<DocumentInfo>[],
  { place, state, text }: Filters,
  locale: Locale,
): readonly Of<DocumentInfo>[] {
  const wanted = text.trim().toLocaleLowerCase(locale);
  return documents.filter(
    ({ site, item }) =>
      (place === "" || placeOf(site.key, item.agent) === place) &&
      (state === "" || item.state === state) &&
      (wanted === "" || `${item.title}\n${item.name}`.toLocaleLowerCase(locale).includes(wanted)),
  );
}

/** By agent in the order of the widget, then by name as people sort: 2 before 10. */
export function sorted<T extends { readonly agent: string }>(
  items: readonly Of<T>[],
  name: (item: T) => string,
  locale: Locale,
): readonly Of<T>[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const rank = ({ site, item }: Of<T>) => {
    const place = site.agents.findIndex((agent) => agent.slug === item.agent);
    return place < 0 ? site.agents.length : place;
  };
  return items.toSorted(
    (a, b) =>
      collator.compare(a.site.key, b.site.key) ||
      rank(a) - rank(b) ||
      collator.compare(a.item.agent, b.item.agent) ||
      collator.compare(name(a.item), name(b.item)),
  );
}

export interface Group<T> {
  readonly place: string;
  readonly site: Site;
  readonly agent: string;
  readonly items: readonly T[];
}

/** What is sorted by agent, agent by agent. */
export function grouped<T extends { readonly agent: string }>(items: readonly Of<T>[]): readonly Group<T>[] {
  const groups: { place: string; site: Site; agent: string; items: T[] }[] = [];
  for (const { site, item } of items) {
    const place = placeOf(site.key, item.agent);
    if (groups.at(-1)?.place !== place) groups.push({ place, site, agent: item.agent, items: [] });
    groups.at(-1)?.items.push(item);
  }
  return groups;
}
