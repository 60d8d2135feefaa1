import type { ComponentType } from "react";
import { Link, Navigate } from "react-router";
import { toApiError } from "@/lib/api-error";
import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { paths } from "@/lib/paths";
import { Button } from "@/ui/button";
import { AlertIcon, BackIcon } from "@/ui/icons";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import type { SiteDetail } from "@/wire/schema";
import { HoursPart } from "./hours-part";
import { IdentityPart } from "./identity-part";
import { InstallationPart } from "./installation-part";
import { LimitsPart } from "./limits-part";
import { LookPart } from "./look-part";
import { useSite } from "./use-sites";

const PARTS = ["installation", "look", "hours", "limits", "identity"] as const;
type Part = (typeof PARTS)[number];

const PAGES: Readonly<Record<Part, ComponentType<{ site: SiteDetail }>>> = {
  installation: InstallationPart,
  look: LookPart,
  hours: HoursPart,
  limits: LimitsPart,
  identity: IdentityPart,
};

/** These have the widget beside them. */
const WIDE: ReadonlySet<Part> = new Set(["look", "hours"]);

/** All of one site, a part at a time. */
export function SitePage({ id, part = "installation" }: { id: string; part: string | undefined }) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const site = useSite(id);
  const shown = PARTS.find((each) => each === part);

  if (!shown) return <Navigate to={paths.site(id)} replace />;
  if (site.isPending) return <SkeletonList rows={4} label={t("sites.loading")} />;
  if (!site.data) {
    return (
      <StatePanel
        alert
        picture={<AlertIcon className="size-7" />}
        title={t("sites.failedOne")}
        actions={
          <>
            <Link to={paths.settings("sites")} className="text-sm font-medium underline underline-offset-2">
              {t("sites.back")}
            </Link>
            <Button onClick={() => void site.refetch()}>{t("inbox.retry")}</Button>
          </>
        }
      >
        {errorText(toApiError(site.error))}
      </StatePanel>
    );
  }
  const Page = PAGES[shown];
  return (
    <div className="flex grow flex-col px-4">
      <title>{`${site.data.name} · ${t("app.name")}`}</title>
      <div className="flex min-w-0 items-center gap-2 pb-2">
        <Link
          to={paths.settings("sites")}
          aria-label={t("sites.back")}
          className="grid size-8 shrink-0 place-items-center rounded-md text-ink-soft hover:bg-hover max-md:hidden pointer-coarse:size-10"
        >
          <BackIcon />
        </Link>
        <h2 className="min-w-0 truncate text-lg font-semibold">{site.data.name}</h2>
        {!site.data.enabled && (
          <span className="shrink-0 rounded-sm bg-waiting-tint px-1.5 text-xs font-medium text-waiting-ink">
            {t("sites.disabled")}
          </span>
        )}
      </div>
      <nav aria-label={t("sites.parts.label")} className="-mx-4 no-scrollbar flex shrink-0 gap-0.5 overflow-x-auto border-b border-line px-2">
        {PARTS.map((each) => (
          <Link
            key={each}
            to={paths.site(id, each)}
            aria-current={each === shown ? "page" : undefined}
            className={cx(
              "relative flex h-10 shrink-0 items-center rounded-sm px-2 text-sm whitespace-nowrap outline-offset-[-3px]!",
              "after:absolute after:inset-x-2 after:bottom-0 after:h-0.5 after:rounded-full",
              each === shown ? "font-semibold text-ink after:bg-accent" : "font-medium text-ink-faint hover:text-ink",
            )}
          >
            {t(`sites.parts.${each}`)}
          </Link>
        ))}
      </nav>
      <div className={WIDE.has(shown) ? undefined : "max-w-3xl"}>
        <Page site={site.data} />
      </div>
    </div>
  );
}
