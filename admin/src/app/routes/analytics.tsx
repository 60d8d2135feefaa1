import { Link, useLocation } from "react-router";
import { EpisodesPage } from "@/features/analytics/episodes-page";
import { Overview } from "@/features/analytics/overview";
import { QuestionsPage } from "@/features/analytics/questions-page";
import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import { paths } from "@/lib/paths";
import { useOperator } from "@/lib/services";
import { NotFoundRoute } from "./not-found";

const PARTS = {
  overview: { path: paths.analytics(), Page: Overview },
  questions: { path: paths.analyticsQuestions(), Page: QuestionsPage },
} as const;

/** For supervisors and administrators; for others there is no such page. */
export function AnalyticsRoute() {
  const { t } = useI18n();
  const operator = useOperator();
  const { pathname } = useLocation();
  if (operator.role === "operator") return <NotFoundRoute />;
  const isList = pathname === paths.analyticsEpisodes();
  const part = pathname === paths.analyticsQuestions() ? "questions" : "overview";
  const Page = isList ? EpisodesPage : PARTS[part].Page;
  return (
    <main className="flex min-w-0 grow md:pt-2">
      <title>{`${t("analytics.title")} · ${t("app.name")}`}</title>
      <div className="min-w-0 grow overflow-y-auto overscroll-contain border-line bg-surface max-md:pb-14 md:rounded-tl-xl md:border-t md:border-l">
        <div className="mx-auto flex min-h-full max-w-5xl flex-col">
          <h1 className="flex h-12 shrink-0 items-center px-4 text-lg font-semibold tracking-tight">
            {t("analytics.title")}
          </h1>
          <Parts shown={isList ? null : part} />
          <Page />
        </div>
      </div>
    </main>
  );
}

function Parts({ shown }: { shown: keyof typeof PARTS | null }) {
  const { t } = useI18n();
  const { search } = useLocation();
  return (
    <nav aria-label={t("analytics.sections.label")} className="flex shrink-0 gap-0.5 border-b border-line px-2">
      {(["overview", "questions"] as const).map((each) => (
        <Link
          key={each}
          // The same days and the same agent on both sides.
          to={PARTS[each].path + search}
          aria-current={each === shown ? "page" : undefined}
          className={cx(
            "relative flex h-10 shrink-0 items-center rounded-sm px-2 text-sm whitespace-nowrap outline-offset-[-3px]!",
            "after:absolute after:inset-x-2 after:-bottom-px after:h-0.5 after:rounded-full",
            each === shown ? "font-semibold text-ink after:bg-accent" : "font-medium text-ink-faint hover:text-ink",
          )}
        >
          {t(`analytics.sections.${each}`)}
        </Link>
      ))}
    </nav>
  );
}
