import { useEffect, useRef } from "react";
import { useSearchParams } from "react-router";
import { useServices } from "@/lib/services";
import { useRealtime } from "@/realtime/realtime";
import { listMessages } from "./api/list-messages";

/** Pages that are fetched to come to a message far back. */
const MOST_PAGES = 40;
const MARK_MS = 2_500;

/** Goes to the message that the address names, `?at=<seq>`, fetching what lies between; once for each. */
export function useJump(conversationId: string, stay: () => void): void {
  const { api } = useServices();
  const { rooms } = useRealtime();
  const [search] = useSearchParams();
  const at = Number(search.get("at") ?? 0);
  const done = useRef(0);

  useEffect(() => {
    if (!(at > 0) || done.current === at) return;
    let left = false;
    stay();
    async function go(): Promise<void> {
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const known = rooms.peek(conversationId);
        const first = known?.messages[0]?.seq ?? 0;
        if (!known?.hasMore || first <= at) break;
        const older = await listMessages(api, conversationId, first);
        if (left) return;
        rooms.apply(conversationId, { type: "local.older", before: first, page: older });
      }
      if (left) return;
      done.current = at;
      requestAnimationFrame(() => point(at));
    }
    go().catch(() => {
      // What lies between did not come: the reader is left at the end, where the way back is.
    });
    return () => {
      left = true;
    };
  }, [api, rooms, conversationId, stay, at]);
}

function point(seq: number): void {
  const element = document.querySelector<HTMLElement>(`[data-seq="${seq}"]`);
  if (!element) return;
  const scroller = element.closest<HTMLElement>("[role=region]");
  if (!scroller) return;
  // By hand: scrollIntoView would move the page as well.
  const { top, height } = element.getBoundingClientRect();
  const room = Math.max(16, (scroller.clientHeight - height) / 2);
  scroller.scrollTop += top - scroller.getBoundingClientRect().top - room;
  element.dataset.pointed = "";
  setTimeout(() => delete element.dataset.pointed, MARK_MS);
}
