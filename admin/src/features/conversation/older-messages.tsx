import { useEffect, useRef } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import { useOlder } from "./use-older";

interface OlderMessagesProps {
  conversationId: string;
  hasMore: boolean;
  firstSeq: number | undefined;
}

/** The way into the past: it opens by itself when the reader comes near. */
export function OlderMessages({ conversationId, hasMore, firstSeq }: OlderMessagesProps) {
  const { t } = useI18n();
  const element = useRef<HTMLDivElement>(null);
  const { state, load } = useOlder(conversationId, firstSeq);

  useEffect(() => {
    const target = element.current;
    if (!target || state !== "idle") return;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) load();
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [state, load]);

  if (!hasMore) {
    return (
      <p className="mt-3 text-center text-xs text-ink-faint">
        {t(firstSeq === undefined ? "conversation.empty" : "conversation.start")}
      </p>
    );
  }
  return (
    <div ref={element} className="flex flex-col items-center gap-1 py-2 text-xs text-ink-faint">
      {state === "failed" && <p role="alert">{t("conversation.olderFailed")}</p>}
      <Button look="ghost" disabled={state === "loading"} onClick={load}>
        {t(state === "loading" ? "conversation.loadingOlder" : "conversation.older")}
      </Button>
    </div>
  );
}
