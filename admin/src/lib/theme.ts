import { preference } from "./preferences";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const choice = preference<Theme>("theme", THEMES, "system");

/** The page's colours follow the system until somebody chooses; public/theme.js does the first paint. */
export const theme = {
  get: choice.get,
  subscribe: choice.subscribe,
  set: (next: Theme): void => {
    choice.set(next);
    if (next === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
  },
};
