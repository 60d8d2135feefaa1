import type { Person } from "@/wire/schema";
import { mentionedIn, pieces } from "./mentions";

const people: readonly Person[] = [
  { id: "1", name: "Анна", role: "operator" },
  { id: "2", name: "Анна Ли", role: "operator" },
  { id: "3", name: "Борис", role: "supervisor" },
];

describe("mentions", () => {
  it("are of the longest name that stands there", () => {
    expect(mentionedIn("@Анна Ли, взгляни", people).map((each) => each.id)).toEqual(["2"]);
    expect(mentionedIn("@анна и @Борис", people).map((each) => each.id).sort()).toEqual(["1", "3"]);
    expect(mentionedIn("почта a@Борис.рф, @Борисова и Анна", people)).toEqual([]);
    expect(mentionedIn("Анна без знака", people)).toEqual([]);
  });

  it("are of all namesakes, for nobody can tell which", () => {
    const twins = [...people, { id: "4", name: "Борис", role: "operator" } as const];
    expect(mentionedIn("@Борис", twins).map((each) => each.id).sort()).toEqual(["3", "4"]);
  });

  it("stand apart in the text, which stays whole", () => {
    const text = "да, @Анна Ли и @Анна: ок";
    const found = pieces(text, ["Анна", "Анна Ли"]);
    expect(found.filter((piece) => piece.mention).map((piece) => piece.text)).toEqual(["@Анна Ли", "@Анна"]);
    expect(found.map((piece) => piece.text).join("")).toBe(text);
  });
});
