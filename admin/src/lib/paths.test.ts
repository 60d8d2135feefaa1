import { HOME, safeNext } from "./paths";

describe("where to go after the sign-in", () => {
  it("is a path of the console", () => {
    expect(safeNext("/inbox/mine/42?x=1")).toBe("/inbox/mine/42?x=1");
  });
  it.each([null, "", "//evil.example", "/\\evil.example", "https://evil.example", "/sign-in?next=/x"])(
    "is never %s",
    (next) => {
      expect(safeNext(next)).toBe(HOME);
    },
  );
});
