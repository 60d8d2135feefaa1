import { NavLink, useParams } from "react-router";
import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import { HOME } from "@/lib/paths";
import { InboxIcon, Logo } from "@/ui/icons";
import { AccountMenu } from "./account-menu";

/** The rooms of the console. On a phone it steps aside while a conversation is read. */
export function Rail({ onShowKeys }: { onShowKeys: () => void }) {
  const { t } = useI18n();
  const { conversationId } = useParams();
  return (
    <header
      className={cx(
        "z-10 items-center gap-1 max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:h-14 max-md:border-t max-md:border-line max-md:bg-canvas max-md:px-3",
        "md:flex md:w-14 md:shrink-0 md:flex-col md:py-3",
        conversationId === undefined ? "flex" : "hidden",
      )}
    >
      <Logo className="mb-3 size-8 max-md:hidden" />
      <nav aria-label={t("nav.main")} className="max-md:grow">
        <NavLink
          to={HOME}
          aria-label={t("nav.inbox")}
          title={t("nav.inbox")}
          className="flex size-10 items-center justify-center rounded-lg bg-selected text-accent-ink max-md:inline-flex max-md:w-auto max-md:justify-start max-md:gap-2 max-md:px-3"
        >
          <InboxIcon className="size-5" />
          <span className="text-sm font-medium md:hidden">{t("nav.inbox")}</span>
        </NavLink>
      </nav>
      <div className="md:mt-auto">
        <AccountMenu onShowKeys={onShowKeys} />
      </div>
    </header>
  );
}
