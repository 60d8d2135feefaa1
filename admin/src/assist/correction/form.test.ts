import type { CorrectionInfo } from "@/wire/schema";
import { passage } from "../trace/fixtures";
import { begin, candidates, found, lackOf, toPut, type Draft } from "./form";

const draft = (rest: Partial<Draft>): Draft => ({ ...begin(null, ""), ...rest });
const a = { key: "a", id: "a", agent: "network", title: "A", text: "a" };

describe("a correction", () => {
  it("begins with the words that were said, or with what was kept before", () => {
    expect(begin(null, "Перезапустите").rightAnswer).toBe("Перезапустите");
    const kept = {
      kind: "wrong_agent",
      right_agent: "access",
      right_answer: "",
      passages: [
        { passage_id: "a", agent: "access", title: "A", text: "a" },
        { passage_id: null, agent: "access", title: "Свой", text: "отрывок" },
      ],
      comment: "не тот",
    } as unknown as CorrectionInfo;
    const begun = begin(kept, "Перезапустите");
    expect(begun).toMatchObject({ kind: "wrong_agent", rightAgent: "access", rightAnswer: "" });
    expect(begun.chosen.map((each) => each.id)).toEqual(["a"]);
    expect(begun.own).toEqual({ title: "Свой", text: "отрывок" });
  });

  it("says what it still lacks", () => {
    expect(lackOf(draft({}))).toBe("answer");
    expect(lackOf(draft({ rightAnswer: " " }))).toBe("answer");
    expect(lackOf(draft({ chosen: [a] }))).toBeNull();
    expect(lackOf(draft({ rightAnswer: "да", own: { title: "Т", text: "" } }))).toBe("own");
    expect(lackOf(draft({ kind: "wrong_agent" }))).toBe("agent");
    expect(lackOf(draft({ kind: "wrong_agent", rightAgent: "access" }))).toBeNull();
    expect(lackOf(draft({ kind: "hand_over" }))).toBeNull();
  });

  it("sends what its kind has and nothing else", () => {
    const all = draft({
      rightAgent: "access",
      rightAnswer: " да ",
      chosen: [a],
      own: { title: " Т ", text: " т " },
    });
    expect(toPut(all)).toEqual({
      kind: "answer",
      right_agent: null,
      right_answer: "да",
      passages: [
        { passage_id: "a", title: "", text: "" },
        { title: "Т", text: "т" },
      ],
      comment: "",
    });
    expect(toPut({ ...all, kind: "wrong_agent" }).right_agent).toBe("access");
    const handed = toPut({ ...all, kind: "hand_over" });
    expect([handed.right_agent, handed.right_answer, handed.passages]).toEqual([null, "", []]);
  });

  it("offers each passage once, and none whose words are gone", () => {
    const passages = [passage("a", { text: "а" }), passage("b"), passage("c", { text: "ц" })];
    const offered = candidates(found(passages), found([passage("a", { text: "а" })]));
    expect(offered.map((each) => each.id)).toEqual(["a", "c"]);
  });
});
