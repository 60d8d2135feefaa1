import { useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { useServices } from "@/lib/services";
import { compare, type View } from "@/lib/views";
import { inboxKey, type InboxData } from "@/realtime/inbox";
import { useRealtime } from "@/realtime/realtime";
import type { ConversationSummary } from "@/wire/schema";
import { listConversations } from "./api/list-conversations";

/** Pages of the queue that are fetched by themselves: its order is not the pages' order. */
const QUEUE_PAGES = 10;

/** A view of the inbox: pages over HTTP, then kept by `inbox.updated`. */
export function useInbox(view: View) {
  const { api } = useServices();
  const { inbox } = useRealtime();

  const select = useCallback(
    (data: InboxData) => {
      const byId = new Map<string, ConversationSummary>();
      for (const item of data.pages.flatMap((page) => page.items)) {
        const known = byId.get(item.id);
        if (!known || known.version < item.version) byId.set(item.id, item);
      }
      return [...byId.values()].sort(compare(view));
    },
    [view],
  );

  const query = useInfiniteQuery({
    queryKey: inboxKey(view),
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const mark = inbox.mark();
      const page = await listConversations(api, view, pageParam, signal);
      return inbox.reconcile(view, page, mark, pageParam === null);
    },
    getNextPageParam: (page) => page.next,
    select,
  });

  const { hasNextPage, isFetching, isError, data, fetchNextPage } = query;
  const wantsMore = view === "waiting" && hasNextPage && !isFetching && !isError;
  const loaded = data?.length ?? 0;
  useEffect(() => {
    if (wantsMore && loaded < QUEUE_PAGES * 50) void fetchNextPage();
  }, [wantsMore, loaded, fetchNextPage]);

  return query;
}

/** How many wait: for the tab and the title of the page. */
export function useWaitingCount(): number {
  return useInbox("waiting").data?.length ?? 0;
}
