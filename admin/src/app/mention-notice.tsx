import { skipToken, useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { useNavigate } from "react-router";
import { useI18n } from "@/lib/i18n/i18n";
import { paths } from "@/lib/paths";
import { newMentionKey } from "@/realtime/beside";
import { useToast } from "@/ui/toaster";
import type { Mention } from "@/wire/schema";

/** Says in passing that somebody was mentioned, wherever they are, and leads there. */
export function MentionNotice() {
  const { t } = useI18n();
  const toast = useToast();
  const navigate = useNavigate();
  const { data: mention } = useQuery<Mention>({ queryKey: newMentionKey, queryFn: skipToken });
  const tell = useEffectEvent(({ note }: Mention) =>
    toast({
      text: t("account.mentioned", { name: note.author_name }),
      action: {
        label: t("account.mentionOpen"),
        run: () => void navigate(paths.conversation("all", note.conversation_id)),
      },
    }),
  );
  useEffect(() => {
    if (mention) tell(mention);
  }, [mention]);
  return null;
}
