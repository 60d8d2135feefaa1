import { Link, useLocation } from "react-router";
import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import { paths } from "@/lib/paths";

const PARTS = ["passages", "edit", "versions"] as const;

/** What of a document is looked at. */
export type Part = (typeof PARTS)[number];

export function isPart(text: string): text is Part {
  return (PARTS as readonly string[]).includes(text);
}

interface PartTabsProps {
  documentId: string;
  part: Part;
}

/** The parts are places with addresses, so they are links. */
export function PartTabs({ documentId, part }: PartTabsProps) {
  const { t } = useI18n();
  const { search } = useLocation();
  return (
    <nav aria-label={t("documents.parts.label")} className="flex shrink-0 gap-0.5 border-b border-line px-2">
      {PARTS.map((each) => (
        <Link
          key={each}
          replace
          to={paths.document(documentId, each === "passages" ? undefined : each) + search}
          aria-current={each === part ? "page" : undefined}
          className={cx(
            "relative flex h-10 shrink-0 items-center rounded-sm px-2 text-sm whitespace-nowrap outline-offset-[-3px]!",
            "after:absolute after:inset-x-2 after:-bottom-px after:h-0.5 after:rounded-full",
            each === part ? "font-semibold text-ink after:bg-accent" : "font-medium text-ink-faint hover:text-ink",
          )}
        >
          {t(`documents.parts.${each}`)}
        </Link>
      ))}
    </nav>
  );
}
