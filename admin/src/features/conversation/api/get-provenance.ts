import type { Api } from "@/lib/api";
import type { AnswerProvenance } from "@/wire/schema";

/** `GET /conversations/{id}/messages/{id}/provenance`: why an answer is as it is. */
export function getProvenance(
  api: Api,
  conversationId: string,
  messageId: string,
  signal: AbortSignal,
): Promise<AnswerProvenance> {
  return api<AnswerProvenance>(`/conversations/${conversationId}/messages/${messageId}/provenance`, {
    signal,
  });
}
