import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { MemoryRouter } from "react-router";
import { createApi } from "@/lib/api";
import { I18nProvider } from "@/lib/i18n/i18n";
import ru from "@/lib/i18n/ru.json";
import type { Area } from "@/lib/i18n/i18n";
import { ServicesContext } from "@/lib/services";
import type { Session } from "@/lib/session";
import { createStore } from "@/lib/store";
import type { SessionState } from "@/lib/session";
import { createUploads } from "@/lib/uploads";

const operator = { id: "me", email: "a@b.c", name: "Анна", role: "operator", locale: "ru" } as const;

const areas = import.meta.glob<Record<string, unknown>>("@/lib/i18n/areas/*.ru.json", {
  eager: true,
  import: "default",
});
/** All texts, as if every page had been opened. */
const dictionary = Object.assign({}, ru, ...Object.values(areas)) as Record<string, unknown>;

/** Renders as the console does, for an operator who is signed in and reads Russian, `at` an address. */
export function renderConsole(element: ReactNode, rest: Partial<Session> = {}, at = "/") {
  const session: Session = {
    state: createStore<SessionState>({ phase: "signed-in", operator }),
    start: () => Promise.resolve(),
    signIn: () => Promise.resolve(null),
    enter: () => undefined,
    signOut: () => Promise.resolve(),
    end: () => undefined,
    token: () => Promise.resolve("t"),
    renew: () => Promise.resolve("t"),
    ...rest,
  };
  return render(
    <I18nProvider initial={{ locale: "ru", dictionary, areas: new Map<Area, Promise<void>>() }}>
      <ServicesContext value={{ session, api: createApi(session), uploads: createUploads(session) }}>
        <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
          <MemoryRouter initialEntries={[at]}>{element}</MemoryRouter>
        </QueryClientProvider>
      </ServicesContext>
    </I18nProvider>,
  );
}
