import type { Case, CorrectionInfo } from "@/wire/schema";
import { bare, passage } from "../trace/fixtures";
import { caseOfCorrection, caseToChange, expectationOf, lackOf, newCase, toPut } from "./form";

const draft = newCase("s1", { question: "не работает vpn", action: "answer" }).draft;
const correction = (rest: Partial<CorrectionInfo>) =>
  ({ site_id: "s1", conversation_id: "c1", kind: "answer", asked: ["vpn", "809"], history: [], agent: "network", ...rest }) as CorrectionInfo;

describe("a test case", () => {
  it("expects what the agents did", () => {
    const passages = [passage("1", { document_id: "d1" }), passage("2", { cited: [1], document_id: "d2" })];
    expect(expectationOf(bare({ outcome: "quoted", agent: "network", passages }))).toEqual({
      action: "answer",
      agent: "network",
      documentId: "d2",
    });
    expect(expectationOf(bare({ outcome: "handed_off", passages }))).toMatchObject({ action: "hand_off", agent: "" });
    expect(expectationOf(bare())).toEqual({ action: "", agent: "", documentId: "" });
  });

  it("of a correction expects what would have been right", () => {
    expect(caseOfCorrection(correction({}), "d1")).toMatchObject({
      conversationId: "c1",
      draft: { question: "vpn\n809", action: "answer", agent: "network", documentId: "d1" },
    });
    expect(caseOfCorrection(correction({ kind: "wrong_agent", right_agent: "access" })).draft.agent).toBe("access");
    expect(caseOfCorrection(correction({ kind: "hand_over" })).draft).toMatchObject({ action: "hand_off", agent: "" });
  });

  it("keeps the newest of what was said before it", () => {
    const history = Array.from({ length: 15 }, (_, index) => ({ sender: "visitor" as const, text: `${index}` }));
    expect(newCase("s1", { history }).draft.history.map(({ text }) => text)).toEqual(
      Array.from({ length: 10 }, (_, index) => `${index + 5}`),
    );
  });

  it("keeps no more of it than a request may hold", () => {
    const history = ["a", "b", "c"].map((letter) => ({ sender: "visitor" as const, text: letter.repeat(5_000) }));
    expect(newCase("s1", { history }).draft.history.map(({ text }) => text[0])).toEqual(["b", "c"]);
  });

  it("needs a question and something that is expected", () => {
    expect(lackOf(draft)).toBeNull();
    expect(lackOf({ ...draft, question: " " })).toBe("question");
    expect(lackOf({ ...draft, action: "" })).toBe("expected");
    expect(lackOf({ ...draft, action: "", contains: "порт*" })).toBeNull();
    expect(lackOf({ ...draft, contains: "порт*\n…" })).toBe("texts");
    expect(lackOf({ ...draft, contains: "x".repeat(201) })).toBe("texts");
    expect(lackOf({ ...draft, contains: "а\nб\nв\nг\nд\nе\nж\nз\nи\nк\nл" })).toBe("texts");
  });

  it("goes with the conversation whose words it has, unless it is said to stay", () => {
    expect(toPut(draft, "c1").conversation_id).toBe("c1");
    expect(toPut({ ...draft, keeps: true }, "c1").conversation_id).toBeNull();
    expect(toPut({ ...draft, contains: " порт* \n\nпорт*\nUDP" }, null).contains).toEqual(["порт*", "UDP"]);
  });

  it("is changed from where it stands", () => {
    const known = {
      id: "k1", site_id: "s1", conversation_id: "c1", question: "vpn", history: [], action: "greet", agent: null,
      document: { id: "d1" }, contains: ["а", "б"], note: "н",
    } as unknown as Case;
    expect(toPut(caseToChange(known).draft, "c1")).toEqual({
      question: "vpn", history: [], action: "greet", agent: null, document_id: "d1", contains: ["а", "б"], note: "н", conversation_id: "c1",
    });
  });
});
