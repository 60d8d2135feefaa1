import { Link, useSearchParams } from "react-router";
import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import { paths } from "@/lib/paths";

const ADDRESSES = { bench: paths.playground(), cases: paths.cases() } as const;

/** Where a section is; the site stays the one that was chosen. */
export function usePlace() {
  const site = useSearchParams()[0].get("site");
  return (section: keyof typeof ADDRESSES) => ({
    pathname: ADDRESSES[section],
    search: site === null ? "" : `?site=${encodeURIComponent(site)}`,
  });
}

/** The sections are places with addresses, so they are links. */
export function PlaygroundTabs({ section }: { section: keyof typeof ADDRESSES }) {
  const { t } = useI18n();
  const place = usePlace();
  return (
    <nav aria-label={t("playground.sections.label")} className="flex shrink-0 gap-0.5 border-b border-line px-2">
      {(["bench", "cases"] as const).map((each) => (
        <Link
          key={each}
          to={place(each)}
          aria-current={each === section ? "page" : undefined}
          className={cx(
            "relative flex h-10 shrink-0 items-center rounded-sm px-2 text-sm whitespace-nowrap outline-offset-[-3px]!",
            "after:absolute after:inset-x-2 after:-bottom-px after:h-0.5 after:rounded-full",
            each === section ? "font-semibold text-ink after:bg-accent" : "font-medium text-ink-faint hover:text-ink",
          )}
        >
          {t(`playground.sections.${each}`)}
        </Link>
      ))}
    </nav>
  );
}
