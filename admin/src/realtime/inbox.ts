import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { belongs, VIEWS, type View } from "@/lib/views";
import type { ConversationPage, ConversationSummary } from "@/wire/schema";
import { createSummaries } from "./summaries";

export type InboxData = InfiniteData<ConversationPage, string | null>;

export function inboxKey(view: View): readonly ["inbox", View] {
  return ["inbox", view];
}

/** Lists by filters and searches, below this key. */
export const FOUND = ["found"] as const;

export function summaryKey(conversationId: string): readonly ["summary", string] {
  return ["summary", conversationId];
}

export interface Inbox {
  /** `inbox.updated`: the conversation enters, moves in and leaves the lists it must. */
  updated: (summary: ConversationSummary) => void;
  /** `inbox.read`, and what is read here: the operator has seen a conversation up to `seq`. */
  read: (conversationId: string, seq: number) => void;
  /** Before a page is asked for: what changes from here on is newer than the page. */
  mark: () => number;
  /** A page as the server answered, mended with what came by socket since `mark`. */
  reconcile: (view: View, page: ConversationPage, since: number, first: boolean) => ConversationPage;
  /** The same for a page that only the server can say what belongs to. */
  adopt: (page: ConversationPage, since: number) => ConversationPage;
  onUpdated: (listener: (summary: ConversationSummary) => void) => () => void;
  clear: () => void;
}

/** The lists of conversations in the query cache, kept right between and during their fetches. */
export function createInbox(cache: QueryClient, operatorId: () => string): Inbox {
  const summaries = createSummaries();
  const listeners = new Set<(summary: ConversationSummary) => void>();

  function remember(summary: ConversationSummary, told = false): ConversationSummary | null {
    const known = summaries.get(summary.id);
    // What is told to all leaves out how far each has read.
    const whole = { ...summary, read_seq: further(known, summary) };
    if (!summaries.put(whole, told)) return null;
    cache.setQueryData(summaryKey(whole.id), whole);
    return whole;
  }

  function mend(summary: ConversationSummary): void {
    summaries.mend(summary);
    cache.setQueryData(summaryKey(summary.id), summary);
  }

  /** Of the same version the server's is newer in what no version tells of. */
  function adopt(item: ConversationSummary, changed: ReadonlySet<string>): ConversationSummary {
    const known = summaries.get(item.id);
    if (!remember(item) && known && !changed.has(item.id)) {
      mend({ ...known, labels: item.labels, read_seq: further(known, item) });
    }
    return summaries.get(item.id) ?? item;
  }

  function adoptAll(page: ConversationPage, since: number): ConversationSummary[] {
    const changed = new Set(summaries.since(since).map((each) => each.id));
    return page.items.map((item) => adopt(item, changed));
  }

  function show(summary: ConversationSummary): void {
    cache.setQueriesData<InboxData>({ queryKey: FOUND }, (data) => data && swap(data, summary));
  }

  return {
    updated(told) {
      const summary = remember(told, true);
      if (!summary) return;
      for (const view of VIEWS) {
        cache.setQueryData<InboxData>(inboxKey(view), (data) =>
          data && place(data, summary, belongs(view, summary, operatorId())),
        );
      }
      show(summary);
      for (const listener of [...listeners]) listener(summary);
    },
    read(id, seq) {
      const known = summaries.get(id);
      if (!known || (known.read_seq ?? 0) >= seq) return;
      const summary = { ...known, read_seq: seq };
      mend(summary);
      for (const view of VIEWS) {
        cache.setQueryData<InboxData>(inboxKey(view), (data) => data && swap(data, summary));
      }
      show(summary);
    },
    mark: summaries.mark,
    reconcile(view, page, since, first) {
      const belonging = (summary: ConversationSummary) => belongs(view, summary, operatorId());
      const items = adoptAll(page, since).filter(belonging);
      if (!first) return { ...page, items };
      const listed = new Set(page.items.map((item) => item.id));
      // Of a list that goes on, what is not here may be further down.
      const newer = page.next === null ? summaries.ahead(since) : summaries.since(since);
      const entered = newer.filter((each) => !listed.has(each.id));
      return { ...page, items: [...entered.filter(belonging), ...items] };
    },
    adopt: (page, since) => ({ ...page, items: adoptAll(page, since) }),
    onUpdated(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear: summaries.clear,
  };
}

function further(a: ConversationSummary | undefined, b: ConversationSummary): number {
  return Math.max(a?.read_seq ?? 0, b.read_seq ?? 0);
}

/** The data with one conversation renewed where it stands. */
function swap(data: InboxData, summary: ConversationSummary): InboxData {
  const pages = data.pages.map((page) =>
    page.items.some((item) => item.id === summary.id)
      ? { ...page, items: page.items.map((item) => (item.id === summary.id ? summary : item)) }
      : page,
  );
  return { ...data, pages };
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
