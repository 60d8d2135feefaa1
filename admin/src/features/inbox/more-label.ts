import type { TextKey } from "@/lib/i18n/i18n";

/** What the button to the rest of a list says. */
export function moreLabel(query: { isFetchingNextPage: boolean; isFetchNextPageError: boolean }): TextKey {
  if (query.isFetchingNextPage) return "inbox.loadingMore";
  return query.isFetchNextPageError ? "inbox.retry" : "inbox.loadMore";
}
