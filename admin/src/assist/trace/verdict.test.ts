import type { AnswerProvenance } from "@/wire/schema";
import { bare, full } from "./fixtures";
import { decimalsFor, verdictOf } from "./verdict";

const HANDED = { outcome: "handed_off" } as const;
const RULES = { backend: "rules", route: {} } as const;

describe("the verdict on an answer", () => {
  it.each<[string, Partial<AnswerProvenance>, string, string]>([
    ["answers above the threshold", {}, "above", "answered"],
    ["quotes above it", { outcome: "quoted" }, "above", "quoted"],
    ["answers right at it", { confidence: 0.75 }, "at", "answered"],
    ["offers choices below it", { outcome: "clarified", confidence: 0.5 }, "below", "clarified"],
    ["offers choices above it", { outcome: "clarified" }, "above", "repeated"],
    ["calls a person below it", { ...HANDED, handoff_reason: "low_confidence", confidence: 0.1 }, "below", "handed_off"],
    ["calls a person above it", { ...HANDED, handoff_reason: "low_confidence" }, "above", "told"],
    ["calls one for want of sources", { ...HANDED, handoff_reason: "ungrounded" }, "above", "ungrounded"],
    ["calls one when nobody could write", { ...HANDED, handoff_reason: "failed" }, "above", "failed"],
    ["knows no threshold of old answers", { policy: [] }, "unknown", "answered"],
    ["knows not what an old answer was", { outcome: null }, "above", "open"],
  ])("%s", (_, rest, place, end) => {
    expect(verdictOf(full(rest))).toMatchObject({ place, end });
  });

  it.each<[Partial<AnswerProvenance>, string]>([
    [{ ...HANDED, handoff_reason: "requested" }, "requested"],
    [{ ...HANDED, handoff_reason: "no_knowledge" }, "no_knowledge"],
    [{ ...HANDED, handoff_reason: "deadline" }, "deadline"],
    [{ ...RULES, outcome: "greeted" }, "greeted"],
    [{ ...RULES, outcome: "declined" }, "declined"],
    [{ ...RULES, outcome: "clarified" }, "clarified"],
  ])("needs no confidence: %o", (rest, plain) => {
    expect(verdictOf(full(rest))).toEqual({ plain });
  });

  it("is by the threshold of the agent that accepts more, where there are two", () => {
    const policy = [
      { agent: "network", wrong_share: null, threshold: 0.75 },
      { agent: "access", wrong_share: 0.1, threshold: 0.54 },
    ];
    expect(verdictOf(full({ policy, confidence: 0.6 }))).toMatchObject({ threshold: 0.54, place: "above" });
  });

  it("is not told where nothing is known", () => {
    expect(verdictOf(bare())).toBeNull();
  });

  it("is told with as many decimals as tell the numbers apart", () => {
    expect(decimalsFor(0.82, 0.75)).toBe(2);
    expect(decimalsFor(0.7512, 0.7499)).toBe(3);
    expect(decimalsFor(0.75, 0.75)).toBe(2);
    expect(decimalsFor(0.75, null)).toBe(2);
  });
});
