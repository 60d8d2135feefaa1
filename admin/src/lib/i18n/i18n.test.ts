import en from "./en.json";
import ru from "./ru.json";
import { formatAge, formatDay, formatMoment } from "./format";
import { createTranslate } from "./translate";

describe("texts", () => {
  const t = createTranslate("ru", ru);

  it.each([
    [1, "1 человек ждёт"],
    [3, "3 человека ждут"],
    [5, "5 человек ждут"],
    [11, "11 человек ждут"],
    [21, "21 человек ждёт"],
  ])("count %i in Russian", (count, text) => {
    expect(t("inbox.waitingCount", { count })).toBe(text);
  });

  it("fill in names as they are", () => {
    expect(t("conversation.typing", { name: "$& {name}" })).toBe("$& {name} печатает…");
    expect(createTranslate("en", en)("inbox.waitingCount", { count: 1 })).toBe("1 is waiting");
  });
});

describe("times", () => {
  const now = new Date(2026, 10, 22, 15, 0).getTime();
  const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

  it("are ages in their largest unit", () => {
    expect(formatAge("ru", 4 * 60_000)).toBe("4 мин");
    expect(formatAge("ru", 125 * 60_000)).toBe("2 ч");
    expect(formatAge("en", -5)).toBe("0 sec");
  });

  it("are moments, shorter the nearer they are", () => {
    expect(formatMoment("ru", at(2026, 10, 22, 9, 5), now)).toBe("09:05");
    expect(formatMoment("ru", at(2026, 10, 3, 9, 5), now)).toBe("3 нояб.");
    expect(formatMoment("ru", at(2025, 10, 3, 9, 5), now)).toContain("2025");
  });

  it("are days with a name of their own where they have one", () => {
    expect(formatDay("ru", at(2026, 10, 22, 0, 1), now)).toBe("Сегодня");
    expect(formatDay("ru", at(2026, 10, 21, 23, 59), now)).toBe("Вчера");
    expect(formatDay("en", at(2026, 10, 3, 12, 0), now)).toBe("November 3");
  });
});
