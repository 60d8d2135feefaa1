import { isView, type View } from "./views";

/** Every address of the console, in one place. */
export const paths = {
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in"),
  inbox: (view: View) => `/inbox/${view}`,
  agents: () => "/agents",
  settings: (section?: string) => (section === undefined ? "/settings" : `/settings/${section}`),
  analytics: () => "/analytics",
  analyticsQuestions: () => "/analytics/questions",
  analyticsEpisodes: () => "/analytics/episodes",
  knowledge: () => "/knowledge",
  sources: () => "/knowledge/sites",
  document: (id: string) => `/knowledge/documents/${id}`,
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
