import type { Api } from "@/lib/api";
import type { CorrectionInfo, CorrectionPut, DocumentInfo } from "@/wire/schema";

const pathOf = (conversationId: string, messageId: string) =>
  `/conversations/${conversationId}/messages/${messageId}/correction`;

/** `GET …/correction`: what was said against an answer, or null. */
export function getCorrection(
  api: Api,
  conversationId: string,
  messageId: string,
  signal: AbortSignal,
): Promise<CorrectionInfo | null> {
  return api<CorrectionInfo | null>(pathOf(conversationId, messageId), { signal });
}

/** `PUT …/correction`: it takes the place of an earlier one. */
export function putCorrection(
  api: Api,
  conversationId: string,
  messageId: string,
  body: CorrectionPut,
): Promise<CorrectionInfo> {
  return api<CorrectionInfo>(pathOf(conversationId, messageId), { method: "PUT", body });
}

/** `PUT /knowledge/documents`: a passage of one's own becomes knowledge of the agent. */
export function addToKnowledge(
  api: Api,
  place: { siteKey: string; agent: string },
  passage: { title: string; text: string },
  name: string,
): Promise<DocumentInfo> {
  const text = `# ${passage.title}\n\n${passage.text}\n`;
  const body = { site_key: place.siteKey, agent: place.agent, name, text };
  return api<DocumentInfo>("/knowledge/documents", { method: "PUT", body });
}
