import type { Api } from "@/lib/api";
import { queryOf, type View } from "@/lib/views";
import type { ConversationPage } from "@/wire/schema";

const LIMIT = 50;

/** `GET /conversations`: a page of a view, newest change first. */
export function listConversations(
  api: Api,
  view: View,
  before: string | null,
  signal: AbortSignal,
): Promise<ConversationPage> {
  return api<ConversationPage>("/conversations", {
    query: { ...queryOf(view), before: before ?? undefined, limit: LIMIT },
    signal,
  });
}
