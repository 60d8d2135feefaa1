import { triggerAt } from "./use-pick";

const at = (text: string, sign: "/" | "@") => triggerAt(text, text.length, sign);

describe("what opens the list of replies", () => {
  it.each([
    ["/", { from: 0, query: "" }],
    ["Добрый день\n/при", { from: 12, query: "при" }],
    ["Слово /при", { from: 6, query: "при" }],
    // The key of «/» on a Russian keyboard.
    [".при", { from: 0, query: "при" }],
    ["и/или", null],
    ["https://example.com", null],
    ["...", null],
    ["Конец. Начало", null],
  ])("%j", (text, found) => {
    expect(at(text, "/")).toEqual(found);
  });

  it("looks at the caret and not at the end", () => {
    expect(triggerAt("/привет всем", 4, "/")).toEqual({ from: 0, query: "при" });
  });
});

it("opens the list of people behind an @ that begins a word", () => {
  expect(at("@бо", "@")).toEqual({ from: 0, query: "бо" });
  expect(at("(@бо", "@")).toEqual({ from: 1, query: "бо" });
  expect(at("a@example.com", "@")).toBeNull();
});
