import { useEffect, useState } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import type { Typing } from "@/realtime/conversation";

/** The contract's: typing that is not repeated is over. */
const FORGET_MS = 5_000;

export function TypingLine({ typing, visitorName }: { typing: Typing; visitorName: string }) {
  const { t } = useI18n();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), Math.max(0, typing.at + FORGET_MS - Date.now()));
    return () => clearTimeout(timer);
  }, [typing.at]);

  if (over) return null;
  return (
    <p data-testid="typing" className="mt-3 flex items-center gap-2 px-1 text-xs text-ink-faint">
      <span aria-hidden="true" className="flex gap-0.5">
        <span className="size-1 animate-breathe rounded-full bg-ink-faint" />
        <span className="size-1 animate-breathe rounded-full bg-ink-faint [animation-delay:200ms]" />
        <span className="size-1 animate-breathe rounded-full bg-ink-faint [animation-delay:400ms]" />
      </span>
      {t("conversation.typing", { name: typing.name ?? visitorName })}
    </p>
  );
}
