import { Link } from "react-router";
import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import { paths } from "@/lib/paths";

export type Section = "documents" | "sources" | "ask" | "deleted";

const ADDRESSES: Readonly<Record<Section, string>> = {
  documents: paths.knowledge(),
  sources: paths.sources(),
  deleted: paths.deleted(),
  ask: paths.askKnowledge(),
};

/** The sections are places with addresses, so they are links. */
export function SectionTabs({ section }: { section: Section }) {
  const { t } = useI18n();
  return (
    <nav aria-label={t("knowledge.sections.label")} className="no-scrollbar flex shrink-0 gap-0.5 overflow-x-auto border-b border-line px-2">
      {(["documents", "sources", "ask", "deleted"] as const).map((each) => (
        <Link
          key={each}
          to={ADDRESSES[each]}
          aria-current={each === section ? "page" : undefined}
          className={cx(
            "relative flex h-10 shrink-0 items-center rounded-sm px-2 text-sm whitespace-nowrap outline-offset-[-3px]!",
            "after:absolute after:inset-x-2 after:-bottom-px after:h-0.5 after:rounded-full",
            each === section
              ? "font-semibold text-ink after:bg-accent"
              : "font-medium text-ink-faint hover:text-ink",
          )}
        >
          {t(each === "deleted" ? "documents.deletedTab" : `knowledge.sections.${each}`)}
        </Link>
      ))}
    </nav>
  );
}
