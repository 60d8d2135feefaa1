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
    expect(fromTable(toTable([item], names), ["network"], documents)).toEqual([
      {
        question: '=Не "работает" VPN;\nуже час', history: [], action: "answer", agent: "network",
        documentId: "d1", contains: "порт* UDP\n500", note: "-", keeps: false,
      },
    ]);
  });

  it("are read by the names of the columns, in either language and any order", () => {
    const [draft] = fromTable("Note;Action;Question\nважно;HAND_OFF;дайте человека\n", [], []);
    expect(draft).toMatchObject({ question: "дайте человека", action: "hand_off", note: "важно" });
  });

  it("that expect nothing, or something the site does not have, are left out", () => {
    expect(fromTable("вопрос;агент;документ\nvpn;hardware;нет.md\n;network;\n", ["network"], documents)).toEqual([]);
    expect(fromTable("что угодно\nvpn\n", [], [])).toEqual([]);
    expect(fromTable("", [], [])).toEqual([]);
  });
});
