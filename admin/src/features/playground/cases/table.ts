import { ACTIONS, lackOf, newCase, type CaseDraft } from "@/assist/case/form";
import { parseCsv, plainCell, writeCsv } from "@/lib/csv";
import type { Case, DocumentInfo } from "@/wire/schema";

const COLUMNS = ["question", "action", "agent", "document", "contains", "note"] as const;
type Column = (typeof COLUMNS)[number];
export type ColumnNames = Readonly<Record<Column, string>>;

/** Names that a column may have, in either language; others are passed over. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  question: ["question", "вопрос"],
  action: ["action", "действие"],
  agent: ["agent", "агент"],
  document: ["document", "документ"],
  contains: ["contains", "words of the answer", "слова в ответе"],
  note: ["note", "примечание"],
};

/** The cases as a table; what was said before a question has no place in one. */
export function toTable(items: readonly Case[], names: ColumnNames): string {
  const rows = items.map((each) => [
    each.question,
    each.action ?? "",
    each.agent ?? "",
    each.document?.name ?? "",
    each.contains.join("\n"),
    each.note,
  ]);
  return writeCsv([COLUMNS.map((column) => names[column]), ...rows]);
}

export interface Read {
  readonly drafts: readonly CaseDraft[];
  /** Rows that lack something, or name what is not known: without it a case would expect less than was meant. */
  readonly skipped: number;
}

/** The cases of a table that can be kept; agents and documents are those that the site has. */
export function fromTable(text: string, slugs: readonly string[], documents: readonly DocumentInfo[]): Read {
  const [header = [], ...rows] = parseCsv(text);
  const titles = header.map((cell) => cell.trim().toLowerCase());
  const place = (column: Column) => titles.findIndex((title) => NAMES[column].includes(title));
  if (place("question") < 0) return { drafts: [], skipped: 0 };
  const drafts = rows.flatMap((row) => {
    const cell = (column: Column) => plainCell(row[place(column)] ?? "").trim();
    const action = ACTIONS.find((each) => each === cell("action").toLowerCase()) ?? "";
    const agent = slugs.find((each) => each === cell("agent")) ?? "";
    const documentId = documents.find((each) => each.name === cell("document"))?.id ?? "";
    const known = { action, agent, document: documentId };
    if ((["action", "agent", "document"] as const).some((each) => cell(each) !== "" && known[each] === "")) return [];
    const { draft } = newCase("", {
      question: cell("question"),
      action,
      agent,
      documentId,
      contains: cell("contains"),
      note: cell("note").slice(0, 500),
    });
    return lackOf(draft) === null ? [draft] : [];
  });
  return { drafts, skipped: rows.length - drafts.length };
}
