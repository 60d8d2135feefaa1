import type { AnswerProvenance } from "@/wire/schema";

/** Decided without any confidence, by what the message was or by what the knowledge has not. */
export type Plain =
  | "greeted"
  | "declined"
  | "clarified"
  | "requested"
  | "no_knowledge"
  | "deadline";

/** What came of the confidence. */
export type End =
  | "answered"
  | "quoted"
  | "clarified"
  | "repeated"
  | "handed_off"
  | "told"
  | "ungrounded"
  | "failed"
  | "open";

export interface Weighed {
  confidence: number;
  /** The lowest of those applied: of two agents the one that accepts more. Null: none was kept. */
  threshold: number | null;
  place: "above" | "at" | "below" | "unknown";
  end: End;
}

export type Verdict = { plain: Plain } | Weighed;

/** Why it was answered, asked or handed over; null where an old answer does not tell. */
export function verdictOf(provenance: AnswerProvenance): Verdict | null {
  const plain = plainOf(provenance);
  if (plain) return { plain };
  const { confidence, policy } = provenance;
  if (typeof confidence !== "number") return null;
  const thresholds = policy.map((each) => each.threshold);
  const threshold = thresholds.length > 0 ? Math.min(...thresholds) : null;
  const place = threshold === null ? "unknown" : placeOf(confidence, threshold);
  return { confidence, threshold, place, end: endOf(provenance, place) };
}

/** As many decimals as it takes to tell two numbers apart, two at least. */
export function decimalsFor(one: number, other: number | null): number {
  if (other === null) return 2;
  return [2, 3, 4].find((decimals) => one.toFixed(decimals) !== other.toFixed(decimals)) ?? 2;
}

function plainOf({ outcome, handoff_reason, route, backend }: AnswerProvenance): Plain | null {
  if (outcome === "handed_off") {
    const isPlain =
      handoff_reason === "requested" || handoff_reason === "no_knowledge" || handoff_reason === "deadline";
    return isPlain ? handoff_reason : null;
  }
  // Nothing was searched for: it was no question.
  if (backend !== "rules" || Object.keys(route ?? {}).length > 0) return null;
  return outcome === "greeted" || outcome === "declined" || outcome === "clarified" ? outcome : null;
}

function placeOf(confidence: number, threshold: number): "above" | "at" | "below" {
  if (confidence.toFixed(4) === threshold.toFixed(4)) return "at";
  return confidence > threshold ? "above" : "below";
}

function endOf({ outcome, handoff_reason }: AnswerProvenance, place: Weighed["place"]): End {
  const sure = place === "above" || place === "at";
  switch (outcome) {
    case "answered":
    case "quoted":
      return outcome;
    case "clarified":
      return sure ? "repeated" : "clarified";
    case "handed_off":
      if (handoff_reason === "ungrounded" || handoff_reason === "failed") return handoff_reason;
      return sure ? "told" : "handed_off";
    default:
      return "open";
  }
}
