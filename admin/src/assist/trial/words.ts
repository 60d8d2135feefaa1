import type { TrialAnswer, TrialInfo } from "@/wire/schema";

/** An answer to the question itself, rather than choices or a call for a person. */
export function isAnswer(answer: TrialAnswer | null | undefined): answer is TrialAnswer {
  return answer?.outcome === "answered" || answer?.outcome === "quoted";
}

/** What a draft offers to send: what the visitor would have got, else the best attempt. */
export function draftOf(result: TrialInfo): TrialAnswer | null {
  if (isAnswer(result.answer)) return result.answer;
  return isAnswer(result.attempt) ? result.attempt : null;
}

/** The words for a person to send: their messages have no list of sources that `[1]` could name. */
export function withoutMarks(text: string): string {
  return text.replaceAll(/[ \u00a0]?\[\d{1,2}\]/g, "").trim();
}

/** The confidence, and the threshold of the agent that accepts more. */
export function sureness(answer: TrialAnswer): { confidence: number; threshold: number } | null {
  const { confidence, policy } = answer.provenance;
  if (typeof confidence !== "number" || policy.length === 0) return null;
  return { confidence, threshold: Math.min(...policy.map((each) => each.threshold)) };
}
