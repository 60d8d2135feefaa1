import { useState } from "react";
import { useServices } from "@/lib/services";
import { useRealtime } from "@/realtime/realtime";
import { listMessages } from "./api/list-messages";

export interface Older {
  state: "idle" | "loading" | "failed";
  load: () => void;
}

/** Earlier messages, a page at a time, put in front of those that are there. */
export function useOlder(conversationId: string, firstSeq: number | undefined): Older {
  const { api } = useServices();
  const { rooms } = useRealtime();
  const [state, setState] = useState<Older["state"]>("idle");

  async function load(): Promise<void> {
    if (state === "loading" || firstSeq === undefined) return;
    setState("loading");
    try {
      const page = await listMessages(api, conversationId, firstSeq);
      rooms.apply(conversationId, { type: "local.older", before: firstSeq, page });
      setState("idle");
    } catch {
      setState("failed");
    }
  }

  return { state, load: () => void load() };
}
