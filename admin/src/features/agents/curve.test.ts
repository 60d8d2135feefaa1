import { expectation, placeOf, stopsOf } from "./curve";
import { POINTS } from "./fixtures";

describe("the curve", () => {
  it("is read off between its points and keeps to its ends", () => {
    expect(placeOf(POINTS, 0.03)).toEqual({ wrong: 0.03, right: 0.333 });
    expect(placeOf(POINTS, 0.065).right).toBeCloseTo((0.333 + 0.5) / 2);
    expect(placeOf(POINTS, 0.001).right).toBe(0.1);
    expect(placeOf(POINTS, 0.2).right).toBe(0.5);
    expect(placeOf([], 0.03)).toEqual({ wrong: 0.03, right: 0 });
  });

  it("stops at its points, and at what was chosen between them", () => {
    expect(stopsOf(POINTS, 0.03, null)).toEqual([0.005, 0.03, 0.1]);
    expect(stopsOf(POINTS, 0.042, 0.03)).toEqual([0.005, 0.03, 0.042, 0.1]);
  });

  it("is told as three numbers that add up to a hundred", () => {
    expect(expectation({ wrong: 0.03, right: 0.333 })).toEqual({ right: 33, wrong: 3, rest: 64 });
    expect(expectation({ wrong: 0.005, right: 0.1 })).toEqual({ right: 10, wrong: 0.5, rest: 89.5 });
    expect(expectation({ wrong: 0.075, right: 0.97 })).toEqual({ right: 92, wrong: 7.5, rest: 0.5 });
  });
});
