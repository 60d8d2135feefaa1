import { useQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import { useSummary } from "@/realtime/use-room";
import type { ConversationSummary } from "@/wire/schema";
import { getConversation } from "./api/get-conversation";

/** The conversation's line of the inbox: the live one, or fetched once when no list holds it. */
export function useLine(conversationId: string): ConversationSummary | null {
  const { api } = useServices();
  const live = useSummary(conversationId);
  const { data } = useQuery({
    queryKey: ["conversation", conversationId],
    queryFn: ({ signal }) => getConversation(api, conversationId, signal),
    enabled: live === null,
    retry: false,
  });
  return live ?? data ?? null;
}
