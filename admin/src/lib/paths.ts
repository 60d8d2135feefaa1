import { isView, type View } from "./views";

/** Every address of the console, in one place. */
export const paths = {
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in"),
  inbox: (view: View) => `/inbox/${view}`,
  account: () => "/account",
  agents: () => "/agents",
  site: (id: string, part?: string) => `/settings/sites/${id}${part === undefined ? "" : `/${part}`}`,
  mentions: () => "/mentions",
  policies: () => "/agents/policies",
  agent: (siteId: string, slug: string) => `/agents/${siteId}/${slug}`,
  settings: (section?: string) => (section === undefined ? "/settings" : `/settings/${section}`),
  analytics: () => "/analytics",
  analyticsQuestions: () => "/analytics/questions",
  analyticsEpisodes: () => "/analytics/episodes",
  knowledge: () => "/knowledge",
  sources: () => "/knowledge/sites",
  deleted: () => "/knowledge/deleted",
  document: (id: string, part?: "edit" | "versions") => `/knowledge/documents/${id}${part ? `/${part}` : ""}`,
  askKnowledge: () => "/knowledge/ask",
  playground: () => "/playground",
  cases: () => "/playground/cases",
  conversation: (view: View, id: string) => `/inbox/${view}/${id}`,
};

export const HOME = paths.inbox("waiting");

/** `next` comes from the address bar: only a path of this console is followed. */
export function safeNext(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) && !next.startsWith("/sign-in") ? next : HOME;
}

export function viewOf(text: string | undefined): View | null {
  return text !== undefined && isView(text) ? text : null;
}
