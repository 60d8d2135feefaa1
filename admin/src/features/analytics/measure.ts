import type { Measure } from "@/wire/schema";

// The compiler sees to it that none is missing.
const MEASURES: Readonly<Record<Measure, true>> = {
  episodes: true,
  answered: true,
  resolved: true,
  durable: true,
  came_back: true,
  handed_off: true,
  unanswered: true,
  missed: true,
  reported: true,
  rated_low: true,
};

/** A measure that the address names; all of them when it names none of ours. */
export function measureOf(text: string | null): Measure {
  return text !== null && isMeasure(text) ? text : "episodes";
}

function isMeasure(text: string): text is Measure {
  return Object.hasOwn(MEASURES, text);
}
