import { lazy, Suspense, type ReactNode } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { useOperator } from "@/lib/services";
import { NotFoundRoute } from "./not-found";

const PlaygroundPage = lazy(async () => ({
  default: (await import("@/features/playground/playground-page")).PlaygroundPage,
}));
const CasesPage = lazy(async () => ({
  default: (await import("@/features/playground/cases/cases-page")).CasesPage,
}));

/** For those who look after the agents; nothing that is asked here reaches a visitor. */
export function PlaygroundRoute() {
  return (
    <Frame>
      <PlaygroundPage />
    </Frame>
  );
}

/** What they must go on to do as they should. */
export function CasesRoute() {
  return (
    <Frame>
      <CasesPage />
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const { t } = useI18n();
  const operator = useOperator();
  if (operator.role === "operator") return <NotFoundRoute />;
  return (
    <main className="flex min-w-0 grow md:pt-2">
      <title>{`${t("playground.title")} · ${t("app.name")}`}</title>
      <div className="flex min-w-0 grow flex-col border-line bg-surface max-md:pb-14 md:rounded-tl-xl md:border-t md:border-l">
        <Suspense fallback={null}>{children}</Suspense>
      </div>
    </main>
  );
}
