import { Link } from "react-router";
import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import { paths } from "@/lib/paths";
import { VIEWS, type View } from "@/lib/views";
import { useWaitingCount } from "./use-inbox";

/** The views are places with addresses, so they are links; the one shown is the current page. */
export function ViewTabs({ view }: { view: View }) {
  const { t } = useI18n();
  const waiting = useWaitingCount();
  return (
    <nav
      aria-label={t("inbox.viewsLabel")}
      className="no-scrollbar flex shrink-0 gap-0.5 overflow-x-auto border-b border-line px-2"
    >
      {VIEWS.map((each) => {
        const current = each === view;
        const counted = each === "waiting" && waiting > 0;
        return (
          <Link
            key={each}
            to={paths.inbox(each)}
            data-testid={`tab-${each}`}
            aria-current={current ? "page" : undefined}
            className={cx(
              "relative flex h-10 shrink-0 items-center gap-1.5 rounded-sm px-2 text-sm whitespace-nowrap outline-offset-[-3px]!",
              "after:absolute after:inset-x-2 after:-bottom-px after:h-0.5 after:rounded-full",
              current
                ? "font-semibold text-ink after:bg-accent"
                : "font-medium text-ink-faint hover:text-ink",
            )}
          >
            {t(`inbox.views.${each}`)}
            {counted && (
              <span className="tabular rounded-full bg-waiting-tint px-1.5 text-2xs font-semibold text-waiting-ink">
                <span aria-hidden="true">{waiting}</span>
                <span className="sr-only">{t("inbox.waitingCount", { count: waiting })}</span>
              </span>
            )}
          </Link>
        );
      })}
    </nav>
  );
}
