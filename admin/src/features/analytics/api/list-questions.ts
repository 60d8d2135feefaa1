import type { Api } from "@/lib/api";
import type { Query } from "@/lib/request";
import type { QuestionGroups } from "@/wire/schema";

/** `GET /analytics/questions`: what no agent could answer, grouped. */
export function listQuestions(api: Api, query: Query, signal: AbortSignal): Promise<QuestionGroups> {
  return api<QuestionGroups>("/analytics/questions", { query, signal });
}
