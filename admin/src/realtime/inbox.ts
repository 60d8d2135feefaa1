import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { belongs, VIEWS, type View } from "@/lib/views";
import type { ConversationPage, ConversationSummary } from "@/wire/schema";
import { createSummaries } from "./summaries";

export type InboxData = InfiniteData<ConversationPage, string | null>;

export function inboxKey(view: View): readonly ["inbox", View] {
  return ["inbox", view];
}

export function summaryKey(conversationId: string): readonly ["summary", string] {
  return ["summary", conversationId];
}

export interface Inbox {
  /** `inbox.updated`: the conversation enters, moves in and leaves the lists it must. */
  updated: (summary: ConversationSummary) => void;
  /** Before a page is asked for: what changes from here on is newer than the page. */
  mark: () => number;
  /** A page as the server answered, mended with what came by socket since `mark`. */
  reconcile: (view: View, page: ConversationPage, since: number, first: boolean) => ConversationPage;
  clear: () => void;
}

/** The lists of conversations in the query cache, kept right between and during their fetches. */
export function createInbox(cache: QueryClient, operatorId: () => string): Inbox {
  const summaries = createSummaries();

  function remember(summary: ConversationSummary): boolean {
    if (!summaries.put(summary)) return false;
    cache.setQueryData(summaryKey(summary.id), summary);
    return true;
  }

  return {
    updated(summary) {
      if (!remember(summary)) return;
      for (const view of VIEWS) {
        cache.setQueryData<InboxData>(inboxKey(view), (data) =>
          data && place(data, summary, belongs(view, summary, operatorId())),
        );
      }
    },
    mark: summaries.mark,
    reconcile(view, page, since, first) {
      page.items.forEach(remember);
      const belonging = (summary: ConversationSummary) => belongs(view, summary, operatorId());
      const items = page.items.map((item) => summaries.get(item.id) ?? item).filter(belonging);
      if (!first) return { ...page, items };
      const listed = new Set(page.items.map((item) => item.id));
      const entered = summaries.since(since).filter((each) => !listed.has(each.id));
      return { ...page, items: [...entered.filter(belonging), ...items] };
    },
    clear: summaries.clear,
  };
}

/** The data with one conversation taken out and, where it belongs, put in front. */
function place(data: InboxData, summary: ConversationSummary, belonging: boolean): InboxData {
  const known = data.pages.some((page) => page.items.some((item) => item.id === summary.id));
  if (!known && !belonging) return data;
  const pages = data.pages.map((page, index) => {
    const others = page.items.filter((item) => item.id !== summary.id);
    if (index === 0 && belonging) return { ...page, items: [summary, ...others] };
    return others.length === page.items.length ? page : { ...page, items: others };
  });
  return { ...data, pages };
}
