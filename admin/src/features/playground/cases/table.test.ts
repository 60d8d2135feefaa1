import type { Case, DocumentInfo } from "@/wire/schema";
import { fromTable, toTable } from "./table";

const names = { question: "вопрос", action: "действие", agent: "агент", document: "документ", contains: "слова в ответе", note: "примечание" };
const documents = [{ id: "d1", name: "vpn.md" }] as DocumentInfo[];
const item = {
  question: '=Не "работает" VPN;\nуже час', history: [], action: "answer", agent: "network",
  document: { id: "d1", name: "vpn.md" }, contains: ["порт* UDP", "500"], note: "-",
} as unknown as Case;

describe("test cases in a table", () => {
  it("come back as they went", () => {
    expect(fromTable(toTable([item], names), ["network"], documents)).toEqual({
      drafts: [
        {
          question: '=Не "работает" VPN;\nуже час', history: [], action: "answer", agent: "network",
          documentId: "d1", contains: "порт* UDP\n500", note: "-", keeps: false,
        },
      ],
      skipped: 0,
    });
  });

  it("are read by the names of the columns, in either language and any order", () => {
    const { drafts: [draft] } = fromTable("Note;Action;Question\nважно;HAND_OFF;дайте человека\n", [], []);
    expect(draft).toMatchObject({ question: "дайте человека", action: "hand_off", note: "важно" });
  });

  it("that lack something, or name what the site does not have, are left out and counted", () => {
    const read = (rows: string) => fromTable(`вопрос;действие;агент;документ\n${rows}\n`, ["network"], documents);
    expect(read("vpn;answer;network;vpn.md\nvpn;;;\n;answer;;").skipped).toBe(2);
    // Each expects something that is known as well: alone it would be another case than the one meant.
    expect(read("vpn;answer;hardware;\nvpn;answer;;нет.md\nvpn;отвечать;network;")).toEqual({ drafts: [], skipped: 3 });
    expect(fromTable("что угодно\nvpn\n", [], [])).toEqual({ drafts: [], skipped: 0 });
    expect(fromTable("", [], [])).toEqual({ drafts: [], skipped: 0 });
  });
});
