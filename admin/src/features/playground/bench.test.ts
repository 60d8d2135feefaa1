import { bare } from "@/assist/trace/fixtures";
import type { TrialInfo } from "@/wire/schema";
import { historyOf, type Turn } from "./bench";

const turn = (key: number, text: string): Turn => ({ key, text, siteId: "s1", agent: "", history: [] });
const answered = (text: string): TrialInfo => ({
  id: text,
  kind: "answer",
  state: "done",
  site_id: "s1",
  asked: [],
  at: "2026-11-26T10:00:00Z",
  answer: { outcome: "quoted", agent: "network", text, citations: [], choices: [], provenance: bare() },
});

describe("the history of the bench", () => {
  it("is what a visitor would have said and heard, in order", () => {
    const turns = [turn(1, "vpn"), turn(2, "а wifi")];
    const results = new Map([
      [1, answered("Перезапустите")],
      [2, answered("Точка")],
    ]);
    expect(historyOf(turns, results)).toEqual([
      { sender: "visitor", text: "vpn" },
      { sender: "agent", text: "Перезапустите", agent: "network" },
      { sender: "visitor", text: "а wifi" },
      { sender: "agent", text: "Точка", agent: "network" },
    ]);
  });

  it("leaves out what nobody answered", () => {
    expect(historyOf([turn(1, "vpn")], new Map())).toEqual([]);
  });

  it("keeps the newest that the platform takes", () => {
    const turns = Array.from({ length: 15 }, (_, index) => turn(index, `в${index}`));
    const results = new Map(turns.map((each) => [each.key, answered(`о${each.key}`)]));
    const history = historyOf(turns, results);
    expect(history).toHaveLength(20);
    expect(history[0]?.text).toBe("в5");
  });
});
