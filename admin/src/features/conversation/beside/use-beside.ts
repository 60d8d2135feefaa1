import { useQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import { contextKey, notesKey } from "@/realtime/beside";
import type { ConversationContext, Note } from "@/wire/schema";
import { listNotes } from "../api/list-notes";

export interface Beside {
  readonly notes: readonly Note[];
  readonly context: ConversationContext | undefined;
}

const NONE: readonly Note[] = [];

/** What operators see of a conversation besides what was said; it comes after the conversation. */
export function useBeside(conversationId: string): Beside {
  const { api } = useServices();
  const path = `/conversations/${encodeURIComponent(conversationId)}`;
  const { data: notes = NONE } = useQuery({
    queryKey: notesKey(conversationId),
    queryFn: ({ signal }) => listNotes(api, conversationId, signal),
  });
  const { data: context } = useQuery({
    queryKey: contextKey(conversationId),
    queryFn: ({ signal }) => api<ConversationContext>(`${path}/context`, { signal }),
  });
  return { notes, context };
}
