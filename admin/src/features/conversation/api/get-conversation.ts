import type { Api } from "@/lib/api";
import type { ConversationSummary } from "@/wire/schema";

/** `GET /conversations/{id}`: one line of the inbox, for a link to what no loaded list holds. */
export function getConversation(api: Api, id: string, signal: AbortSignal): Promise<ConversationSummary> {
  return api<ConversationSummary>(`/conversations/${id}`, { signal });
}
