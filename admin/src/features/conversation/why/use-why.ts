import { useCallback, useState } from "react";
import type { Message } from "@/wire/schema";

/** Whether an agent made this: only then something lies beside it that explains it. */
export function isExplained(message: Message): boolean {
  if (message.sender === "agent") return message.outcome !== "stopped";
  return message.sender === "system" && message.outcome === "handed_off";
}

export interface Why {
  /** The message whose explanation is open. */
  shown: string | null;
  toggle: (messageId: string) => void;
  /** By the keyboard: of the message that has the focus, else of the last one that can be explained. */
  toggleNearest: () => void;
  close: () => void;
}

/** Which answer of a conversation is being explained. */
export function useWhy(messages: readonly Message[]): Why {
  const [shown, setShown] = useState<string | null>(null);

  const toggle = useCallback(
    (messageId: string) => setShown((current) => (current === messageId ? null : messageId)),
    [],
  );

  function toggleNearest(): void {
    const button = document.activeElement?.closest("li")?.querySelector("[data-why]");
    const focused = button instanceof HTMLElement ? button.dataset.why : undefined;
    const nearest = focused ?? shown ?? messages.findLast(isExplained)?.id;
    if (nearest !== undefined) toggle(nearest);
  }

  return { shown, toggle, toggleNearest, close: () => setShown(null) };
}
