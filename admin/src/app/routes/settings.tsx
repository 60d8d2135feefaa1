import { Suspense } from "react";
import { Link, Navigate, useParams } from "react-router";
import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import { paths } from "@/lib/paths";
import { useOperator } from "@/lib/services";
import { BackIcon, ChevronIcon } from "@/ui/icons";
import { SkeletonList } from "@/ui/skeleton";
import { useIsPhone } from "@/ui/use-is-phone";
import { GROUPS, SECTIONS, type SettingsSection } from "../settings-sections";
import { NotFoundRoute } from "./not-found";

/**
 * Everything that can be set, a section at a time, the list of them beside it; on a phone the one
 * or the other. Nobody sees a section that is not for them.
 */
export function SettingsRoute() {
  const { t } = useI18n();
  const { section, "*": inside = "" } = useParams();
  const { role } = useOperator();
  const isPhone = useIsPhone();
  const sections = SECTIONS.filter((each) => each.roles.includes(role));
  const shown = sections.find((each) => each.path === section);
  const [first, second] = sections;
  const lists = isPhone && second !== undefined;
  if (section === undefined && first && !lists) return <Navigate to={paths.settings(first.path)} replace />;
  if (section !== undefined && !shown) return <NotFoundRoute />;
  return (
    <main className="flex min-w-0 grow md:pt-2">
      <title>{`${t(shown?.name ?? "settings.title")} · ${t("app.name")}`}</title>
      <div className="flex min-w-0 grow border-line bg-surface max-md:pb-14 md:rounded-tl-xl md:border-t md:border-l">
        {(!isPhone || !shown) && <Sections sections={sections} shown={shown} />}
        {shown && (
          <div className="min-h-0 min-w-0 grow overflow-y-auto overscroll-contain">
            <div className={cx("mx-auto flex min-h-full flex-col", shown.wide ? "max-w-6xl" : "max-w-3xl")}>
              <div className="flex h-12 shrink-0 items-center px-4">
                {lists && (
                  <Link
                    // One way back, a step at a time: out of what is inside a section, then out of it.
                    to={paths.settings(inside === "" ? undefined : section)}
                    aria-label={t(inside === "" ? "settings.title" : shown.name)}
                    className="mr-1 -ml-3 grid size-10 place-items-center rounded-md text-ink-soft hover:bg-hover"
                  >
                    <BackIcon className="size-5" />
                  </Link>
                )}
                <h1 className="min-w-0 truncate text-lg font-semibold tracking-tight">{t(shown.name)}</h1>
              </div>
              <Suspense fallback={<SkeletonList rows={5} label={t("app.loading")} />}>
                <shown.Page />
              </Suspense>
            </div>
          </div>
        )}
      </div>
    </main>
  );
}

interface SectionsProps {
  sections: readonly SettingsSection[];
  shown: SettingsSection | undefined;
}

/** A column beside the section; on a phone a page of its own. */
function Sections({ sections, shown }: SectionsProps) {
  const { t } = useI18n();
  const Title = shown ? "p" : "h1";
  return (
    <nav
      aria-label={t("settings.title")}
      className="shrink-0 overflow-y-auto border-line p-2 max-md:w-full md:w-52 md:border-r"
    >
      <Title className="px-2 py-2 text-lg font-semibold tracking-tight md:text-sm md:tracking-normal">
        {t("settings.title")}
      </Title>
      {GROUPS.map((group) => {
        const inside = sections.filter((each) => each.group === group);
        if (inside.length === 0) return null;
        return (
          <div key={group} role="group" aria-labelledby={`settings-${group}`} className="pb-3">
            <p id={`settings-${group}`} className="px-2 pb-1 text-xs font-medium text-ink-faint">
              {t(`settings.groups.${group}`)}
            </p>
            {inside.map((each) => (
              <Link
                key={each.path}
                to={paths.settings(each.path)}
                aria-current={each === shown ? "page" : undefined}
                className={cx(
                  "flex h-8 items-center justify-between rounded-md px-2 text-sm max-md:h-11 pointer-coarse:h-11",
                  each === shown ? "bg-selected font-medium text-accent-ink" : "text-ink-soft hover:bg-hover hover:text-ink",
                )}
              >
                <span className="truncate">{t(each.name)}</span>
                <ChevronIcon className="text-ink-faint md:hidden" />
              </Link>
            ))}
          </div>
        );
      })}
    </nav>
  );
}
