import { useRef, useState } from "react";
import { toApiError, type ApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useOperator } from "@/lib/services";
import { useRealtime } from "@/realtime/realtime";
import { useToast } from "@/ui/toaster";

type Action = "take" | "return" | "close";

export interface Actions {
  busy: Action | null;
  /** The take-over was refused: somebody was faster. */
  beaten: ApiError | null;
  take: () => void;
  giveBack: () => void;
  close: () => void;
}

/** What an operator does with a conversation; each can be taken back or was asked about before. */
export function useActions(conversationId: string, onTaken: () => void): Actions {
  const { rooms } = useRealtime();
  const { t } = useI18n();
  const operator = useOperator();
  const errorText = useErrorText();
  const toast = useToast();
  const [busy, setBusy] = useState<Action | null>(null);
  const [beaten, setBeaten] = useState<ApiError | null>(null);
  const running = useRef(false);

  async function run(action: Action, after: () => void): Promise<void> {
    if (running.current) return;
    running.current = true;
    setBusy(action);
    setBeaten(null);
    try {
      await rooms.command(`conversation.${action}`, conversationId);
      after();
    } catch (error) {
      const failure = toApiError(error);
      if (failure.code === "conversation_taken") {
        setBeaten(failure);
        // Who has it is in the answer: no need to wait until the room tells.
        if (failure.operatorName) floor("operator", failure.operatorName);
      }
      else toast({ text: errorText(failure) });
    } finally {
      running.current = false;
      setBusy(null);
    }
  }

  function floor(status: "agent" | "operator" | "closed", operatorName: string | null): void {
    rooms.apply(conversationId, { type: "local.floor", status, operatorName });
  }

  function take(): void {
    void run("take", () => {
      floor("operator", operator.name);
      onTaken();
    });
  }

  return {
    busy,
    beaten,
    take,
    giveBack: () =>
      void run("return", () => {
        floor("agent", null);
        toast({
          text: t("conversation.returned"),
          action: { label: t("conversation.undo"), run: take },
        });
      }),
    close: () =>
      void run("close", () => {
        floor("closed", null);
        toast({ text: t("conversation.closed") });
      }),
  };
}
