import { bare, full, passage } from "@/assist/trace/fixtures";
import { changesOf, movedPassages } from "./changes";

describe("what changed between an answer and today's", () => {
  it("is nothing where all is the same", () => {
    expect(changesOf(full(), full({ stage_ms: { writing: 1 } }))).toEqual([]);
  });

  it("names each value as it was and as it is", () => {
    const was = full({ outcome: "handed_off", handoff_reason: "low_confidence", agent: null, confidence: 0.41 });
    const is = full({ outcome: "quoted", confidence: 0.9, knowledge_version: 13 });
    expect(changesOf(was, is)).toEqual([
      { name: "decision", was: "handed_off/low_confidence", is: "quoted" },
      { name: "agent", was: null, is: "network" },
      { name: "confidence", was: 0.41, is: 0.9 },
      { name: "knowledge_version", was: 12, is: 13 },
    ]);
  });

  it("tells a threshold that an administrator has moved", () => {
    const is = full({ policy: [{ agent: "network", wrong_share: 0.1, threshold: 0.5 }] });
    expect(changesOf(full(), is)).toEqual([{ name: "threshold", was: 0.75, is: 0.5 }]);
  });

  it("tells where each passage stood and stands", () => {
    const was = bare({ passages: [passage("a"), passage("b"), passage("c")] });
    const is = bare({ passages: [passage("d"), passage("a")] });
    expect(movedPassages(was, is, 2)).toEqual([
      { id: "d", title: "VPN › d", was: null, is: 1 },
      { id: "a", title: "VPN › a", was: 1, is: 2 },
      { id: "b", title: "VPN › b", was: 2, is: null },
    ]);
  });
});
