import { Link } from "react-router";
import { AgentsPage } from "@/features/agents/agents-page";
import { useI18n } from "@/lib/i18n/i18n";
import { paths } from "@/lib/paths";
import { useOperator } from "@/lib/services";
import { NotFoundRoute } from "./not-found";

/** For administrators; for others there is no such page, as there is none behind it. */
export function AgentsRoute() {
  const { t } = useI18n();
  const operator = useOperator();
  if (operator.role !== "admin") return <NotFoundRoute />;
  return (
    <main className="flex min-w-0 grow md:pt-2">
      <title>{`${t("policies.title")} · ${t("app.name")}`}</title>
      <div className="min-w-0 grow overflow-y-auto overscroll-contain border-line bg-surface max-md:pb-14 md:rounded-tl-xl md:border-t md:border-l">
        <div className="mx-auto flex min-h-full max-w-3xl flex-col">
          <div className="flex h-12 shrink-0 items-center justify-between gap-3 px-4">
            <h1 className="text-lg font-semibold tracking-tight">{t("policies.title")}</h1>
            <Link to={paths.playground()} className="text-sm font-medium text-accent-ink underline-offset-2 hover:underline">
              {t("policies.playground")}
            </Link>
          </div>
          <AgentsPage />
        </div>
      </div>
    </main>
  );
}
