import type { CurvePoint } from "@/wire/schema";

/** A place on the curve: mistakes accepted, and right answers that come of it. */
export type Place = Pick<CurvePoint, "wrong" | "right">;

export interface Expectation {
  right: number;
  wrong: number;
  rest: number;
}

/** The place of a share: on the line between two points, or at the nearer end. */
export function placeOf(points: readonly Place[], wrong: number): Place {
  const after = points.findIndex((point) => point.wrong >= wrong);
  const next = points[after] ?? points.at(-1) ?? { wrong, right: 0 };
  const previous = points[after - 1];
  if (!previous || next.wrong <= wrong) return { wrong, right: next.right };
  const way = (wrong - previous.wrong) / (next.wrong - previous.wrong);
  return { wrong, right: previous.right + way * (next.right - previous.right) };
}

/** Where the slider may stand: the points, and whatever was chosen between them by other means. */
export function stopsOf(points: readonly Place[], ...chosen: readonly (number | null)[]): number[] {
  const all = [...points.map((point) => point.wrong), ...chosen.filter((each) => each !== null)];
  return [...new Set(all)].sort((a, b) => a - b);
}

/** Of 100 messages. Mistakes keep their half, right answers are whole, the sum is 100. */
export function expectation({ wrong, right }: Place): Expectation {
  const wrongly = round(wrong * 100);
  const rightly = Math.min(Math.round(right * 100), Math.floor(100 - wrongly));
  return { right: rightly, wrong: wrongly, rest: round(100 - rightly - wrongly) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
