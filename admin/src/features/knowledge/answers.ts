import type { AnswerPair, Locale } from "@/wire/schema";
import { clientMessageId } from "@/lib/ids";
import { parseCsv, plainCell, writeCsv } from "@/lib/csv";

export const MOST_PAIRS = 2_000;

/** A pair as it is edited: other phrasings one a line; `key` is its own while it is moved about. */
export interface EditedPair {
  readonly key: string;
  readonly question: string;
  readonly phrasings: string;
  readonly answer: string;
  readonly agent: string;
  readonly url: string;
}

export function newPair(rest: Partial<EditedPair> = {}): EditedPair {
  return { key: clientMessageId(), question: "", phrasings: "", answer: "", agent: "", url: "", ...rest };
}

export function toEdited(pairs: readonly AnswerPair[]): EditedPair[] {
  return pairs.map(({ question, phrasings, answer, agent, url }) =>
    newPair({ question, phrasings: phrasings.join("\n"), answer, agent, url }),
  );
}

export function toPairs(edited: readonly EditedPair[]): AnswerPair[] {
  return edited.map(({ question, phrasings, answer, agent, url }) => ({
    question: oneLine(question),
    phrasings: [...new Set(phrasings.split("\n").map(oneLine).filter(Boolean))],
    answer: answer.trim(),
    agent,
    url,
  }));
}

export function isSamePairs(one: readonly EditedPair[], other: readonly EditedPair[]): boolean {
  return JSON.stringify(toPairs(one)) === JSON.stringify(toPairs(other));
}

/** The server wants a question with something besides `#`, and an answer. */
export function isIncomplete({ question, answer }: EditedPair): boolean {
  return question.replace(/[\s#]/g, "") === "" || answer.trim() === "";
}

export function matches(pair: EditedPair, text: string, locale: Locale): boolean {
  const wanted = text.trim().toLocaleLowerCase(locale);
  const all = `${pair.question}\n${pair.phrasings}\n${pair.answer}`;
  return wanted === "" || all.toLocaleLowerCase(locale).includes(wanted);
}

export function moved(pairs: readonly EditedPair[], key: string, step: -1 | 1): readonly EditedPair[] {
  const place = pairs.findIndex((pair) => pair.key === key);
  const pair = pairs[place];
  const to = place + step;
  if (!pair || to < 0 || to >= pairs.length) return pairs;
  return pairs.toSpliced(place, 1).toSpliced(to, 0, pair);
}

const NAMES = {
  question: ["question", "questions", "вопрос", "вопросы"],
  answer: ["answer", "answers", "ответ", "ответы"],
  agent: ["agent", "агент"],
  url: ["url", "link", "ссылка", "источник", "адрес"],
} as const;

/** Pairs of a table: by the names of its columns, else the first two. More phrasings are lines of the question. */
export function fromCsv(text: string): EditedPair[] {
  const rows = parseCsv(text);
  const header = rows[0]?.map((cell) => cell.trim().toLowerCase()) ?? [];
  const column = (role: keyof typeof NAMES) =>
    header.findIndex((name) => (NAMES[role] as readonly string[]).includes(name));
  const named = column("question") >= 0 && column("answer") >= 0;
  const places = named
    ? { question: column("question"), answer: column("answer"), agent: column("agent"), url: column("url") }
    : { question: 0, answer: 1, agent: -1, url: -1 };
  return rows
    .slice(named ? 1 : 0)
    .map((row) => {
      const cell = (place: number) => plainCell(row[place] ?? "").trim();
      const [question = "", ...phrasings] = cell(places.question).split(/[\n;]+/).map(oneLine).filter(Boolean);
      const url = cell(places.url);
      return newPair({
        question,
        phrasings: phrasings.join("\n"),
        answer: cell(places.answer).replace(/\r\n?/g, "\n"),
        agent: cell(places.agent),
        url: /^https?:\/\/\S+$/.test(url) ? url : "",
      });
    })
    .filter((pair) => !isIncomplete(pair));
}

export function toCsv(pairs: readonly EditedPair[], columns: readonly [string, string, string, string]): string {
  const rows = toPairs(pairs).map(({ question, phrasings, answer, agent, url }) => [
    [question, ...phrasings].join("\n"),
    answer,
    agent,
    url,
  ]);
  return writeCsv([columns, ...rows]);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
