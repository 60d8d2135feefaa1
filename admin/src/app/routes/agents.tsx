import { Link, useParams } from "react-router";
import { AgentListPage } from "@/features/agents/agent-list-page";
import { AgentsPage } from "@/features/agents/agents-page";
import { EditorPage } from "@/features/agents/editor-page";
import { SectionTabs, type Section } from "@/features/agents/section-tabs";
import { useI18n } from "@/lib/i18n/i18n";
import { paths } from "@/lib/paths";
import { useOperator } from "@/lib/services";
import { NotFoundRoute } from "./not-found";

/** For administrators; for others there is no such page, as there is none behind it. */
export function AgentsRoute({ section }: { section: Section }) {
  const { t } = useI18n();
  const operator = useOperator();
  const { siteId, slug } = useParams();
  if (operator.role !== "admin") return <NotFoundRoute />;
  const isEditor = siteId !== undefined && slug !== undefined;
  return (
    <main className="flex min-w-0 grow md:pt-2">
      <title>{`${t("policies.title")} · ${t("app.name")}`}</title>
      <div className="min-w-0 grow overflow-y-auto overscroll-contain border-line bg-surface max-md:pb-14 md:rounded-tl-xl md:border-t md:border-l">
        <div className="mx-auto flex min-h-full max-w-3xl flex-col">
          {isEditor ? (
            <EditorPage key={`${siteId}/${slug}`} siteId={siteId} slug={slug} />
          ) : (
            <>
              <div className="flex h-14 shrink-0 items-center justify-between gap-3 px-4">
                <h1 className="text-lg font-semibold tracking-tight">{t("policies.title")}</h1>
                <Link to={paths.playground()} className="text-sm font-medium text-accent-ink underline-offset-2 hover:underline">
                  {t("policies.playground")}
                </Link>
              </div>
              <SectionTabs section={section} />
              {section === "list" ? <AgentListPage /> : <AgentsPage />}
            </>
          )}
        </div>
      </div>
    </main>
  );
}
