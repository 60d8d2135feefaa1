import { useRef } from "react";
import { judgeDraft } from "@/assist/trial/api";
import { useServices } from "@/lib/services";

interface InHand {
  trialId: string;
  text: string;
}

export interface DraftInHand {
  /** The agents' words were put where the operator writes. */
  take: (trialId: string, text: string) => void;
  /** What the operator sent; if it began as a draft, that is told. */
  sent: (text: string) => void;
}

/** Which draft the operator is editing. What became of it is kept; a failure to tell costs nobody. */
export function useDraftInHand(): DraftInHand {
  const { api } = useServices();
  const inHand = useRef<InHand | null>(null);
  return {
    take(trialId, text) {
      inHand.current = { trialId, text };
    },
    sent(text) {
      const draft = inHand.current;
      inHand.current = null;
      if (!draft) return;
      const verdict =
        text === draft.text ? ({ decision: "sent" } as const) : ({ decision: "edited", text } as const);
      judgeDraft(api, draft.trialId, verdict).catch(() => undefined);
    },
  };
}
