import type { TrialAnswer, TrialInfo } from "@/wire/schema";
import { bare } from "../trace/fixtures";
import { draftOf, sureness, withoutMarks } from "./words";

const answer = (outcome: TrialAnswer["outcome"], text = "x"): TrialAnswer => ({
  outcome,
  text,
  citations: [],
  choices: [],
  provenance: bare(),
});
const result = (rest: Partial<TrialInfo>): TrialInfo => ({
  id: "t1",
  kind: "draft",
  state: "done",
  site_id: "s1",
  asked: ["?"],
  at: "2026-11-26T10:00:00Z",
  ...rest,
});

describe("a draft", () => {
  it("is what the visitor would have got, where that is an answer", () => {
    expect(draftOf(result({ answer: answer("quoted", "да"), attempt: null }))?.text).toBe("да");
  });

  it("is the best attempt, where the visitor would have been asked back or handed over", () => {
    const made = result({ answer: answer("handed_off"), attempt: answer("answered", "попробуйте") });
    expect(draftOf(made)?.text).toBe("попробуйте");
  });

  it("is nothing where there is no answer at all", () => {
    expect(draftOf(result({ answer: answer("clarified"), attempt: null }))).toBeNull();
    expect(draftOf(result({ answer: answer("greeted") }))).toBeNull();
  });

  it("is sent without marks of sources that an operator's message does not list", () => {
    expect(withoutMarks("Откройте порты [1]. Затем [12] перезапустите[2].\n\n1. Шаг [3]")).toBe(
      "Откройте порты. Затем перезапустите.\n\n1. Шаг",
    );
    expect(withoutMarks("Массив a[100] и [ссылка]")).toBe("Массив a[100] и [ссылка]");
  });

  it("says how sure the agents are only where they were measured against something", () => {
    expect(sureness(answer("quoted"))).toBeNull();
    const provenance = bare({ confidence: 0.4, policy: [{ agent: "a", threshold: 0.8 }, { agent: "b", threshold: 0.7 }] });
    expect(sureness({ ...answer("quoted"), provenance })).toEqual({ confidence: 0.4, threshold: 0.7 });
  });
});
