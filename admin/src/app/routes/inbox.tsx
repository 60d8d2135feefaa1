import { Suspense, useEffect } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import { InboxPane } from "@/features/inbox/inbox-pane";
import { InboxTitle } from "@/features/inbox/inbox-title";
import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import { withTexts } from "@/lib/i18n/with-texts";
import { paths, viewOf } from "@/lib/paths";
import type { View } from "@/lib/views";
import { InboxIcon } from "@/ui/icons";
import { Kbd } from "@/ui/kbd";
import { StatePanel } from "@/ui/state-panel";
import { NotFoundRoute } from "./not-found";

/** Views that a conversation leaves when it is taken. */
const FOLLOWED: readonly View[] = ["waiting", "agent"];

const loadConversation = async () =>
  (await import("@/features/conversation/conversation-pane")).ConversationPane;
const ConversationPane = withTexts(["composer", "keys", "refusals", "trouble"], loadConversation);

/** The list is there without it; whoever moves the pointer or presses a key is about to open one. */
function useWarmConversation(): void {
  useEffect(() => {
    const warm = () => void loadConversation().catch(() => undefined);
    const left = new AbortController();
    const options = { once: true, signal: left.signal };
    document.addEventListener("pointermove", warm, options);
    document.addEventListener("keydown", warm, options);
    return () => left.abort();
  }, []);
}

/** The list and the conversation: side by side, or on a phone one after the other. */
export function InboxRoute() {
  const { view: viewText, conversationId } = useParams();
  const { t } = useI18n();
  const navigate = useNavigate();
  const view = viewOf(viewText);
  // Filters outlive the conversation that was opened from them; the message it was opened at does not.
  const kept = useLocation().search.replace(/[?&]at=\d*/, "").replace(/^&/, "?");
  useWarmConversation();
  if (!view) return <NotFoundRoute />;

  return (
    <main className="flex min-w-0 grow md:pt-2">
      <InboxTitle view={view} />
      <h1 className="sr-only">{t("app.console")}</h1>
      <section
        aria-label={t("inbox.title")}
        className={cx(
          "min-w-0 border-line max-md:w-full md:w-80 md:shrink-0 md:overflow-hidden md:rounded-tl-xl md:border-t md:border-l lg:w-90",
          conversationId !== undefined && "max-md:hidden",
        )}
      >
        <InboxPane view={view} conversationId={conversationId} />
      </section>
      <div
        className={cx(
          "min-w-0 grow border-line bg-surface md:border-t md:border-l",
          conversationId === undefined && "max-md:hidden",
        )}
      >
        {conversationId === undefined ? (
          <NothingOpen />
        ) : (
          <Suspense fallback={null}>
            <ConversationPane
              key={conversationId}
              conversationId={conversationId}
              backTo={paths.inbox(view) + kept}
              // It has left this view and stands in «mine»: the list goes where the work is.
              onTaken={() => {
                if (FOLLOWED.includes(view)) void navigate(paths.conversation("mine", conversationId), { replace: true });
              }}
            />
          </Suspense>
        )}
      </div>
    </main>
  );
}

function NothingOpen() {
  const { t } = useI18n();
  return (
    <StatePanel
      picture={<InboxIcon className="size-8 stroke-1" />}
      title={t("inbox.pick.title")}
      actions={
        <span aria-hidden="true" className="flex gap-1.5 keyless:hidden">
          <Kbd>J</Kbd>
          <Kbd>K</Kbd>
          <Kbd>Enter</Kbd>
        </span>
      }
    >
      {t("inbox.pick.text")}
    </StatePanel>
  );
}
