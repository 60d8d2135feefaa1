import { Link } from "react-router";
import { useI18n } from "@/lib/i18n/i18n";
import { HOME } from "@/lib/paths";
import { StatePanel } from "@/ui/state-panel";

export function NotFoundRoute() {
  const { t } = useI18n();
  return (
    <main className="grow bg-surface">
      <title>{`${t("errors.notFound")} · ${t("app.name")}`}</title>
      <StatePanel
        whole
        title={t("errors.notFound")}
        actions={
          <Link
            to={HOME}
            className="inline-flex h-8 items-center rounded-md border border-line px-3 text-sm font-medium hover:bg-hover"
          >
            {t("errors.toInbox")}
          </Link>
        }
      >
        {t("errors.notFoundText")}
      </StatePanel>
    </main>
  );
}
