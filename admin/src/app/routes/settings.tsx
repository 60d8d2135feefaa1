import { Suspense } from "react";
import { Link, Navigate, useParams } from "react-router";
import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import { paths } from "@/lib/paths";
import { useOperator } from "@/lib/services";
import { SkeletonList } from "@/ui/skeleton";
import { SECTIONS, type SettingsSection } from "../settings-sections";
import { NotFoundRoute } from "./not-found";

/** Everything that can be set, a section at a time; nobody sees a section that is not for them. */
export function SettingsRoute() {
  const { t } = useI18n();
  const { section } = useParams();
  const { role } = useOperator();
  const sections = SECTIONS.filter((each) => each.roles.includes(role));
  const shown = sections.find((each) => each.path === section);
  const first = sections[0];
  if (section === undefined && first) return <Navigate to={paths.settings(first.path)} replace />;
  if (!shown) return <NotFoundRoute />;
  return (
    <main className="flex min-w-0 grow md:pt-2">
      <title>{`${t(shown.name)} · ${t("app.name")}`}</title>
      <div className="flex min-w-0 grow border-line bg-surface max-md:flex-col max-md:pb-14 md:rounded-tl-xl md:border-t md:border-l">
        <Sections sections={sections} shown={shown} />
        <div className="min-h-0 min-w-0 grow overflow-y-auto overscroll-contain">
          <div className="mx-auto flex min-h-full max-w-3xl flex-col">
            <h1 className="flex h-12 shrink-0 items-center px-4 text-lg font-semibold tracking-tight">
              {t(shown.name)}
            </h1>
            <Suspense fallback={<SkeletonList rows={5} label={t("app.loading")} />}>
              <shown.Page />
            </Suspense>
          </div>
        </div>
      </div>
    </main>
  );
}

/** A column beside the section; on a phone a row above it. */
function Sections({ sections, shown }: { sections: SettingsSection[]; shown: SettingsSection }) {
  const { t } = useI18n();
  return (
    <nav
      aria-label={t("settings.title")}
      className="flex shrink-0 gap-0.5 border-line p-2 max-md:overflow-x-auto max-md:border-b md:w-52 md:flex-col md:border-r"
    >
      <p aria-hidden="true" className="px-2 py-2 text-sm font-semibold max-md:hidden">
        {t("settings.title")}
      </p>
      {sections.map((each) => (
        <Link
          key={each.path}
          to={paths.settings(each.path)}
          aria-current={each === shown ? "page" : undefined}
          className={cx(
            "flex h-9 shrink-0 items-center rounded-md px-2 text-sm whitespace-nowrap pointer-coarse:h-10",
            each === shown ? "bg-selected font-medium text-accent-ink" : "text-ink-soft hover:bg-hover hover:text-ink",
          )}
        >
          {t(each.name)}
        </Link>
      ))}
    </nav>
  );
}
