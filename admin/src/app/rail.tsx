import type { ComponentType } from "react";
import { Link, useLocation, useParams } from "react-router";
import { cx } from "@/lib/cx";
import { useI18n, type TextKey } from "@/lib/i18n/i18n";
import { HOME, paths } from "@/lib/paths";
import { useOperator } from "@/lib/services";
import { AgentsIcon, AnalyticsIcon, InboxIcon, KnowledgeIcon, Logo, SettingsIcon } from "@/ui/icons";
import { AccountMenu } from "./account-menu";

/** The rooms of the console. On a phone it steps aside while a conversation is read. */
export function Rail({ onShowKeys }: { onShowKeys: () => void }) {
  const { t } = useI18n();
  const { conversationId } = useParams();
  const operator = useOperator();
  return (
    <header
      className={cx(
        "z-10 items-center gap-1 max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:h-14 max-md:border-t max-md:border-line max-md:bg-canvas max-md:px-1",
        "md:flex md:w-14 md:shrink-0 md:flex-col md:py-3",
        conversationId === undefined ? "flex" : "hidden",
      )}
    >
      <Logo className="mb-3 size-8 max-md:hidden" />
      <nav
        aria-label={t("nav.main")}
        className="flex gap-1 max-md:min-w-0 max-md:grow max-md:gap-0 md:flex-col"
      >
        <Room to={HOME} room="/inbox" name="nav.inbox" Icon={InboxIcon} />
        <Room to={paths.knowledge()} room={paths.knowledge()} name="nav.knowledge" Icon={KnowledgeIcon} />
        {operator.role !== "operator" && (
          <Room to={paths.analytics()} room={paths.analytics()} name="nav.analytics" Icon={AnalyticsIcon} />
        )}
        {operator.role === "admin" && (
          <Room to={paths.agents()} room={paths.agents()} name="nav.agents" Icon={AgentsIcon} />
        )}
        <Room to={paths.settings()} room={paths.settings()} name="nav.settings" Icon={SettingsIcon} />
      </nav>
      <div className="md:mt-auto">
        <AccountMenu onShowKeys={onShowKeys} />
      </div>
    </header>
  );
}

interface RoomProps {
  to: string;
  /** What all addresses of the room begin with. */
  room: string;
  name: TextKey;
  Icon: ComponentType<{ className?: string }>;
}

function Room({ to, room, name, Icon }: RoomProps) {
  const { t } = useI18n();
  const { pathname } = useLocation();
  const current = pathname === room || pathname.startsWith(`${room}/`);
  return (
    <Link
      to={to}
      aria-label={t(name)}
      aria-current={current ? "page" : undefined}
      title={t(name)}
      className={cx(
        // On a phone the name stands below its picture: four rooms and the account fit into 320 px.
        "flex size-10 items-center justify-center rounded-lg max-md:h-12 max-md:w-18 max-md:min-w-0 max-md:flex-col max-md:gap-0.5",
        current ? "bg-selected text-accent-ink" : "text-ink-faint hover:bg-hover hover:text-ink",
      )}
    >
      <Icon className="size-5" />
      <span className="max-w-full truncate text-2xs font-medium tracking-tight md:hidden">{t(name)}</span>
    </Link>
  );
}
