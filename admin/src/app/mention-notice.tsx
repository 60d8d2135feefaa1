import { skipToken, useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { useNavigate } from "react-router";
import { useI18n } from "@/lib/i18n/i18n";
import { announce } from "@/lib/notifications/announce";
import { paths } from "@/lib/paths";
import { newMentionKey } from "@/realtime/beside";
import { useToast } from "@/ui/toaster";
import type { Mention } from "@/wire/schema";

/** Says in passing that somebody was mentioned, and by a notification to whoever is elsewhere; both lead there. */
export function MentionNotice() {
  const { t } = useI18n();
  const toast = useToast();
  const navigate = useNavigate();
  const { data: mention } = useQuery<Mention>({ queryKey: newMentionKey, queryFn: skipToken });
  const tell = useEffectEvent(({ note }: Mention) => {
    const text = t("account.mentioned", { name: note.author_name });
    const url = paths.conversation("all", note.conversation_id);
    toast({ text, action: { label: t("account.mentionOpen"), run: () => void navigate(url) } });
    announce({ kind: "mention", title: text, text: note.text, url });
  });
  useEffect(() => {
    if (mention) tell(mention);
  }, [mention]);
  return null;
}
