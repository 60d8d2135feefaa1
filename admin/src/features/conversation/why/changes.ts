import type { AnswerProvenance } from "@/wire/schema";

const VALUES = [
  "agent",
  "confidence",
  "groundedness",
  "model",
  "adapter",
  "template",
  "knowledge_version",
  "embedding_model",
  "calibration",
] as const;

type Name = (typeof VALUES)[number] | "threshold" | "decision";

export interface Change {
  name: Name;
  was: string | number | null;
  is: string | number | null;
}

/** Where a passage stood among those that the answer was chosen from; null: it was not there. */
export interface Moved {
  id: string;
  title: string;
  was: number | null;
  is: number | null;
}

/** What differs between an answer and the same question answered again; what stayed is left out. */
export function changesOf(was: AnswerProvenance, is: AnswerProvenance): Change[] {
  const all: Change[] = [
    { name: "decision", was: decision(was), is: decision(is) },
    ...VALUES.map((name) => ({ name, was: was[name] ?? null, is: is[name] ?? null })),
    { name: "threshold", was: threshold(was), is: threshold(is) },
  ];
  return all.filter((change) => change.was !== change.is);
}

/** The passages of both, in today's order, those that are gone behind; the first so many of each. */
export function movedPassages(was: AnswerProvenance, is: AnswerProvenance, most = 5): Moved[] {
  const place = (of: AnswerProvenance, id: string) => {
    const index = of.passages.slice(0, most).findIndex((each) => each.passage_id === id);
    return index < 0 ? null : index + 1;
  };
  const both = [...is.passages.slice(0, most), ...was.passages.slice(0, most)];
  const titles = new Map(both.map((each) => [each.passage_id, each.title]));
  return [...titles].map(([id, title]) => ({ id, title, was: place(was, id), is: place(is, id) }));
}

function decision({ outcome, handoff_reason }: AnswerProvenance): string | null {
  return outcome === "handed_off" && handoff_reason ? `${outcome}/${handoff_reason}` : (outcome ?? null);
}

function threshold({ policy }: AnswerProvenance): number | null {
  return policy.length === 0 ? null : Math.min(...policy.map((each) => each.threshold));
}
