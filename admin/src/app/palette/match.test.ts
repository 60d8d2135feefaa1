import { match } from "./match";

describe("what is found in the palette", () => {
  it.each([
    ["ан", "Аналитика"],
    ["журнал", "Настройки: Журнал изменений"],
    ["изм журн", "Журнал изменений"],
    ["еще", "Ещё раз"],
    ["fyfkbnbrf", "Аналитика"],
    ["ызфь", "Spam"],
    ["", "Всё"],
  ])("«%s» finds «%s»", (typed, title) => {
    expect(match(typed, title)).toBeGreaterThan(0);
  });

  it.each([
    ["налитика", "Аналитика"],
    ["журнал агентов", "Журнал изменений"],
    ["xyz", "Аналитика"],
  ])("«%s» does not find «%s»", (typed, title) => {
    expect(match(typed, title)).toBe(0);
  });

  it("puts what begins so before what has it somewhere, and the other layout last", () => {
    expect(match("агенты", "Агенты")).toBeGreaterThan(match("агенты", "Настройки: Агенты"));
    expect(match("агенты", "Настройки: Агенты")).toBeGreaterThan(match("futyns", "Агенты"));
  });
});
