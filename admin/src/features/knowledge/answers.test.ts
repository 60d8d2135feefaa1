import { fromCsv, isIncomplete, matches, moved, newPair, toCsv, toEdited, toPairs } from "./answers";
import { parseCsv, writeCsv } from "@/lib/csv";

const COLUMNS = ["Вопрос", "Ответ", "Агент", "Ссылка"] as const;
const VPN = {
  question: "VPN просит код?",
  phrasings: ["где код", "код vpn"],
  answer: "1. Откройте «Код»;\n2. Введите \"шесть\" цифр.",
  agent: "network",
  url: "https://kb.example/vpn",
};

describe("a list of questions as a table", () => {
  it("comes back from its own CSV as it went", () => {
    const formula = { question: "=1+1?", phrasings: [], answer: "- да\n- нет", agent: "", url: "" };
    const csv = toCsv(toEdited([VPN, formula]), COLUMNS);
    expect(csv).toContain("\"'=1+1?\"");
    expect(toPairs(fromCsv(csv))).toEqual([VPN, formula]);
  });

  it("is read with semicolons and tabs, without a header, and with columns in any order", () => {
    expect(toPairs(fromCsv("\uFEFFа?;б\r\n;пусто\r\nв?;\r\n"))).toMatchObject([{ question: "а?", answer: "б" }]);
    expect(toPairs(fromCsv("Ответ\tВопрос\tСсылка\nб\tа?\tjavascript:x\n"))).toMatchObject([
      { question: "а?", answer: "б", url: "" },
    ]);
    expect(fromCsv("")).toEqual([]);
  });

  it("keeps separators, quotes and line ends that stand in quotes", () => {
    expect(parseCsv('"a,""b""\nc",d\n\ne,f')).toEqual([['a,"b"\nc', "d"], ["e", "f"]]);
    expect(parseCsv(writeCsv([['x"y', "z\n"]]))).toEqual([['x"y', "z\n"]]);
  });
});

describe("a list of questions in the form", () => {
  const pairs = toEdited([VPN, { ...VPN, question: "Где принтер?", phrasings: [], answer: "На третьем" }]);

  it("is searched in questions, phrasings and answers", () => {
    expect(pairs.map((pair) => matches(pair, " КОД ", "ru"))).toEqual([true, false]);
    expect(pairs.map((pair) => matches(pair, "третьем", "ru"))).toEqual([false, true]);
  });

  it("is put into another order, and not beyond its ends", () => {
    const [first, second] = pairs;
    if (!first || !second) throw new Error("two pairs were made");
    expect(moved(pairs, first.key, 1)).toEqual([second, first]);
    expect(moved(pairs, first.key, -1)).toBe(pairs);
    expect(moved(pairs, "nobody", 1)).toBe(pairs);
  });

  it("sends lines as one line, and phrasings each once", () => {
    const typed = newPair({ question: " а\n б ", phrasings: "в\n\n в \nг", answer: " д " });
    expect(toPairs([typed])).toEqual([{ question: "а б", phrasings: ["в", "г"], answer: "д", agent: "", url: "" }]);
  });

  it("is incomplete without a question that says something, or without an answer", () => {
    expect(isIncomplete(newPair({ question: "## ", answer: "x" }))).toBe(true);
    expect(isIncomplete(newPair({ question: "x", answer: " \n" }))).toBe(true);
    expect(isIncomplete(newPair({ question: "x", answer: "y" }))).toBe(false);
  });
});
