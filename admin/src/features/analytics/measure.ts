import type { EpisodeInfo, Measure } from "@/wire/schema";

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
  first_answer: true,
  first_human: true,
  resolution: true,
  agents_score: true,
  people_score: true,
  no_agent: true,
};

const TIMES = ["first_answer", "first_human", "resolution"] as const;

export function isTime(measure: Measure): measure is (typeof TIMES)[number] {
  return TIMES.some((each) => each === measure);
}

/** How long what a list is about took in one episode; null when the list is not about a time. */
export function tookIn(episode: EpisodeInfo, measure: Measure): number | null {
  return isTime(measure) ? episode[`${measure}_ms`] : null;
}

/** A measure that the address names; all of them when it names none of ours. */
export function measureOf(text: string | null): Measure {
  return text !== null && isMeasure(text) ? text : "episodes";
}

function isMeasure(text: string): text is Measure {
  return Object.hasOwn(MEASURES, text);
}
