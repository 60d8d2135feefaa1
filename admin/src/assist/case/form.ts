import type { AnswerProvenance, Case, CaseAction, CasePut, CorrectionInfo, Message, Outcome, TrialSaid } from "@/wire/schema";

/** A case as it stands in the form. */
export interface CaseDraft {
  readonly question: string;
  readonly history: readonly TrialSaid[];
  /** Empty: any will do; the same below. */
  readonly action: CaseAction | "";
  readonly agent: string;
  readonly documentId: string;
  /** A line for each text that the answer must have. */
  readonly contains: string;
  readonly note: string;
  /** Whether it is to stay when the conversation that it is from is deleted. */
  readonly keeps: boolean;
}

/** What the form begins with, and of which site it is. */
export interface CaseSeed {
  readonly siteId: string;
  /** Whose words the question is; null: our own. */
  readonly conversationId: string | null;
  /** The case that is changed; none: a new one. */
  readonly id?: string;
  readonly draft: CaseDraft;
}

export const ACTIONS = ["answer", "clarify", "hand_off", "greet", "decline"] as const satisfies readonly CaseAction[];
/** Messages before the question that the platform takes. */
export const MOST_HISTORY = 10;
/** Letters of them together: more than this is no short history, and more than one request may hold. */
const LONGEST_HISTORY = 12_000;
const MOST_TEXTS = 10;
const LONGEST_TEXT = 200;

const MADE: Partial<Record<Outcome, CaseAction>> = {
  answered: "answer",
  quoted: "answer",
  clarified: "clarify",
  handed_off: "hand_off",
  greeted: "greet",
  declined: "decline",
};

const EMPTY: CaseDraft = {
  question: "",
  history: [],
  action: "",
  agent: "",
  documentId: "",
  contains: "",
  note: "",
  keeps: false,
};

type Made = Pick<AnswerProvenance, "outcome" | "agent" | "passages">;

/** What the agents did, as what is expected of them from now on. */
export function expectationOf({ outcome, agent, passages }: Made): Pick<CaseDraft, "action" | "agent" | "documentId"> {
  return {
    action: (outcome && MADE[outcome]) ?? "",
    agent: agent ?? "",
    documentId: passages.find((each) => each.cited.length > 0 && each.document_id != null)?.document_id ?? "",
  };
}

export function newCase(siteId: string, rest: Partial<CaseDraft> = {}): CaseSeed {
  return { siteId, conversationId: null, draft: { ...EMPTY, ...rest, history: newest(rest.history ?? []) } };
}

function newest(history: readonly TrialSaid[]): TrialSaid[] {
  let room = LONGEST_HISTORY;
  const from = history.findLastIndex((said, place) => {
    room -= said.text.length;
    return room < 0 || history.length - place > MOST_HISTORY;
  });
  return history.slice(from + 1);
}

/** The question of a message, with what was said before it: the case goes with the conversation. */
export function caseOfMessage(
  siteId: string,
  conversationId: string,
  made: AnswerProvenance,
  messages: readonly Message[],
): CaseSeed {
  const history = historyBefore(messages, made.message_id);
  const seed = newCase(siteId, { question: made.asked.join("\n"), history, ...expectationOf(made) });
  return { ...seed, conversationId };
}

/** A correction as a question that must never again be answered as it was. */
export function caseOfCorrection(correction: CorrectionInfo, documentId = ""): CaseSeed {
  const isForPerson = correction.kind === "hand_over";
  const seed = newCase(correction.site_id, {
    question: correction.asked.join("\n"),
    history: correction.history,
    action: isForPerson ? "hand_off" : "answer",
    agent: isForPerson ? "" : (correction.right_agent ?? correction.agent ?? ""),
    documentId,
  });
  return { ...seed, conversationId: correction.conversation_id };
}

export function caseToChange(known: Case): CaseSeed {
  return {
    siteId: known.site_id,
    conversationId: known.conversation_id ?? null,
    id: known.id,
    draft: {
      question: known.question,
      history: known.history,
      action: known.action ?? "",
      agent: known.agent ?? "",
      documentId: known.document?.id ?? "",
      contains: known.contains.join("\n"),
      note: known.note,
      keeps: false,
    },
  };
}

export function toPut(draft: CaseDraft, conversationId: string | null): CasePut {
  return {
    question: draft.question.trim(),
    history: [...draft.history],
    action: draft.action || null,
    agent: draft.agent || null,
    document_id: draft.documentId || null,
    contains: textsOf(draft),
    note: draft.note.trim(),
    conversation_id: draft.keeps ? null : conversationId,
  };
}

/** What is missing or too much, so that it cannot be kept; null: nothing. */
export function lackOf(draft: CaseDraft): "question" | "expected" | "texts" | null {
  if (draft.question.trim() === "") return "question";
  const texts = textsOf(draft);
  if (texts.length > MOST_TEXTS) return "texts";
  if (texts.some((text) => text.length > LONGEST_TEXT || !/[\p{L}\p{N}]/u.test(text))) return "texts";
  const expects = draft.action !== "" || draft.agent !== "" || draft.documentId !== "" || texts.length > 0;
  return expects ? null : "expected";
}

function textsOf(draft: CaseDraft): string[] {
  return [...new Set(draft.contains.split("\n").map((line) => line.trim()).filter(Boolean))];
}

function historyBefore(messages: readonly Message[], answerId: string): TrialSaid[] {
  const said = messages.slice(0, Math.max(0, messages.findIndex((each) => each.id === answerId)));
  while (said.at(-1)?.sender === "visitor") said.pop();
  return said.flatMap(({ sender, text, agent }) => (sender === "system" ? [] : [{ sender, text, agent: agent ?? null }]));
}
