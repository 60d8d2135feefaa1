import { lazy, Suspense, useEffect, useEffectEvent, useState } from "react";
import { useNavigate } from "react-router";
import { useCommands } from "@/lib/commands";
import { useHotkeys } from "@/lib/hotkeys";
import { useI18n } from "@/lib/i18n/i18n";
import { useVisitorNames } from "@/lib/i18n/use-visitor-names";
import { announce, onNews } from "@/lib/notifications/announce";
import { createNotifier, type News, type Notifier } from "@/lib/notifications/notifier";
import { paths } from "@/lib/paths";
import { useOperator } from "@/lib/services";
import { useRealtime } from "@/realtime/realtime";
import { useToast } from "@/ui/toaster";
import type { ConversationSummary } from "@/wire/schema";
import { createInboxNews } from "./inbox-news";
import { useAvailability } from "./use-availability";

const NotificationDialog = lazy(async () => ({
  default: (await import("./notification-dialog")).NotificationDialog,
}));

/** Notifies of what happens while nobody looks, and does what a key or the palette asks of it. */
export function Watch() {
  const { connection } = useRealtime();
  const { t } = useI18n();
  const operator = useOperator();
  const navigate = useNavigate();
  const toast = useToast();
  const { state, choose } = useAvailability();
  const names = useVisitorNames();
  const [asked, setAsked] = useState(false);

  function turn(): void {
    if (!state) return;
    const next = state === "away" ? "available" : "away";
    void choose(next).then((done) => {
      if (done) toast({ text: t(`desk.now.${next}`) });
    });
  }
  useHotkeys({ p: turn });
  useCommands([
    { id: "pause", keys: ["P"], title: t(state === "away" ? "desk.return" : "desk.pause"), run: turn },
    { id: "notifications", title: t("desk.notifications"), run: () => setAsked(true) },
  ]);
  const open = useEffectEvent((url: string) => void navigate(url));

  const newsOf = useEffectEvent((kind: News["kind"], line: ConversationSummary): News => {
    const view = kind === "waiting" ? "waiting" : "mine";
    return {
      kind,
      title: t(`desk.news.${kind}`, { name: names.shown(line.visitor_name) }),
      text: [line.last_message?.preview, line.site_name].filter(Boolean).join(" · "),
      url: paths.conversation(view, line.id),
    };
  });

  useEffect(() => {
    const notifier: Notifier = createNotifier(open);
    const read = createInboxNews(operator.id);
    const stopListening = connection.on("inbox.updated", ({ conversation }) => {
      const kind = read(conversation);
      if (kind) announce(newsOf(kind, conversation));
    });
    const stopNotifying = onNews((news) => void notifier.notify(news));
    return () => {
      stopListening();
      stopNotifying();
      notifier.stop();
    };
  }, [connection, operator.id]);
  return (
    asked && (
      <Suspense fallback={null}>
        <NotificationDialog onClose={() => setAsked(false)} />
      </Suspense>
    )
  );
}
