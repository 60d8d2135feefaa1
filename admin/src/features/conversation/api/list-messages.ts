import type { Api } from "@/lib/api";
import type { MessagePage } from "@/wire/schema";

const LIMIT = 50;

/** `GET /conversations/{id}/messages`: those before `beforeSeq`, oldest first. */
export function listMessages(api: Api, id: string, beforeSeq: number): Promise<MessagePage> {
  return api<MessagePage>(`/conversations/${encodeURIComponent(id)}/messages`, {
    query: { before_seq: beforeSeq, limit: LIMIT },
  });
}
