import type { AnswerPassage, CorrectionInfo, CorrectionKind, CorrectionPut } from "@/wire/schema";

/** A passage that may be chosen; one without an id is written by hand. */
export interface Candidate {
  key: string;
  id: string | null;
  agent: string;
  title: string;
  text: string;
}

export interface Draft {
  kind: CorrectionKind;
  rightAgent: string;
  rightAnswer: string;
  chosen: readonly Candidate[];
  own: { title: string; text: string };
  comment: string;
}

/** What is wrong with a draft as it stands; null: it can be kept. */
export type Lack = "answer" | "agent" | "own" | null;

/** Where a correction begins: with what was kept before, else with the words that were said. */
export function begin(kept: CorrectionInfo | null, suggestion: string): Draft {
  const own = kept?.passages.find((each) => !each.passage_id);
  return {
    kind: kept?.kind ?? "answer",
    rightAgent: kept?.right_agent ?? "",
    rightAnswer: kept ? kept.right_answer : suggestion,
    chosen: kept?.passages.filter((each) => each.passage_id).map(candidate) ?? [],
    own: own ? { title: own.title, text: own.text } : { title: "", text: "" },
    comment: kept?.comment ?? "",
  };
}

export function lackOf(draft: Draft): Lack {
  const own = [draft.own.title, draft.own.text].filter((each) => each.trim() !== "").length;
  if (draft.kind === "hand_over") return null;
  if (own === 1) return "own";
  if (draft.kind === "wrong_agent") return draft.rightAgent === "" ? "agent" : null;
  return draft.rightAnswer.trim() === "" && draft.chosen.length === 0 && own === 0 ? "answer" : null;
}

/** What is sent of a draft: what its kind does not have stays behind. */
export function toPut(draft: Draft): CorrectionPut {
  const answers = draft.kind !== "hand_over";
  const own = hasOwn(draft) ? [{ title: draft.own.title.trim(), text: draft.own.text.trim() }] : [];
  const chosen = draft.chosen.map((each) => ({ passage_id: each.id, title: "", text: "" }));
  return {
    kind: draft.kind,
    right_agent: draft.kind === "wrong_agent" ? draft.rightAgent : null,
    right_answer: answers ? draft.rightAnswer.trim() : "",
    passages: answers ? [...chosen, ...own] : [],
    comment: draft.comment.trim(),
  };
}

export function hasOwn(draft: Draft): boolean {
  return draft.own.title.trim() !== "" && draft.own.text.trim() !== "";
}

/** The passages to choose from, each once; those whose words are gone cannot be chosen. */
export function candidates(...lists: readonly (readonly Candidate[])[]): Candidate[] {
  return [...new Map(lists.flat().map((each) => [each.key, each])).values()];
}

export function found(passages: readonly AnswerPassage[]): Candidate[] {
  return passages.flatMap((each) => (each.text ? [candidate({ ...each, text: each.text })] : []));
}

function candidate(passage: {
  passage_id?: string | null;
  agent: string;
  title: string;
  text: string;
}): Candidate {
  const { passage_id: id = null, agent, title, text } = passage;
  return { key: id ?? `${title}\n${text}`, id, agent, title, text };
}
