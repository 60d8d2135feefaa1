import { useRef, useState } from "react";
import { toApiError, type ApiError } from "@/lib/api-error";
import { useI18n, type TextKey } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useOperator } from "@/lib/services";
import { useRealtime } from "@/realtime/realtime";
import { useToast } from "@/ui/toaster";
import type { CloseReason, ConversationStatus } from "@/wire/schema";

type Action = "take" | "return" | "close" | "reopen" | "release";

export interface Actions {
  busy: Action | null;
  /** The take-over was refused: somebody was faster. */
  beaten: ApiError | null;
  take: () => void;
  giveBack: () => void;
  close: (reason: CloseReason, comment: string | null) => void;
  reopen: () => void;
}

/** What an operator does with a conversation; each is taken back by an ordinary command. */
export function useActions(
  conversationId: string,
  status: ConversationStatus | undefined,
  onTaken: () => void,
): Actions {
  const { rooms } = useRealtime();
  const { t } = useI18n();
  const operator = useOperator();
  const errorText = useErrorText();
  const toast = useToast();
  const [busy, setBusy] = useState<Action | null>(null);
  const [beaten, setBeaten] = useState<ApiError | null>(null);
  const running = useRef(false);

  async function run(action: Action, after: () => void, more?: object): Promise<void> {
    if (running.current) return;
    running.current = true;
    setBusy(action);
    setBeaten(null);
    try {
      await rooms.command(`conversation.${action}`, conversationId, more);
      after();
    } catch (error) {
      const failure = toApiError(error);
      if (action === "take" && failure.code === "conversation_taken") {
        setBeaten(failure);
        // Who has it is in the answer: no need to wait until the room tells.
        if (failure.operatorName) floor("operator", failure.operatorName);
      } else toast({ text: errorText(failure) });
    } finally {
      running.current = false;
      setBusy(null);
    }
  }

  function floor(next: ConversationStatus, name: string = operator.name): void {
    const operatorName = next === "operator" ? name : null;
    rooms.apply(conversationId, { type: "local.floor", status: next, operatorName });
  }

  /** Says what was done, and for some seconds how to take it back. */
  function told(text: TextKey, undo: () => void): void {
    toast({ text: t(text), action: { label: t("conversation.undo"), run: undo } });
  }

  function take(): void {
    const before = status;
    void run("take", () => {
      floor("operator");
      onTaken();
      if (before === "waiting") told("conversation.taken", release);
      if (before === "agent") told("conversation.taken", giveBack);
    });
  }
  const release = () => void run("release", () => floor("waiting"));
  const reopen = () =>
    void run("reopen", () => {
      floor("operator");
      onTaken();
    });
  function giveBack(): void {
    void run("return", () => {
      floor("agent");
      told("conversation.returned", take);
    });
  }

  return {
    busy,
    beaten,
    take,
    giveBack,
    reopen,
    close(reason, comment) {
      const more = { reason, comment };
      void run(
        "close",
        () => {
          floor("closed");
          told("conversation.closed", reopen);
        },
        more,
      );
    },
  };
}
