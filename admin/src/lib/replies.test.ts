import type { Reply } from "@/wire/schema";
import { otherLayout } from "./layout";
import { filled, matching, textOf, unknownVariables } from "./replies";

const reply = (shortcut: string, title: string, ru: string): Reply => ({
  id: shortcut,
  site_id: null,
  shortcut,
  title,
  texts: { ru },
  updated_at: "2026-11-21T10:00:00Z",
});

const VALUES = { "visitor.name": "Мария", "operator.name": "Анна", "site.name": "Ромашка", "agent.name": "Сеть" };

describe("canned replies", () => {
  const all = [
    reply("пока", "Прощание", "Всего доброго, привет коллегам!"),
    reply("привет", "Приветствие", "Здравствуйте!"),
    reply("ещё", "Уточнение", "Расскажите подробнее."),
  ];
  const found = (query: string) => matching(all, query).map((each) => each.shortcut);

  it("are found by shortcut, then by title, then by text", () => {
    expect(found("привет")).toEqual(["привет", "пока"]);
    expect(found("уточ")).toEqual(["ещё"]);
    expect(found("подробнее")).toEqual(["ещё"]);
    expect(found("")).toHaveLength(3);
    expect(found("нет такого")).toEqual([]);
  });

  it("are found under the other keyboard layout, and «е» for «ё»", () => {
    expect(found("ghbdtn")).toEqual(["привет", "пока"]);
    expect(found("еще")).toEqual(["ещё"]);
  });

  it("are filled in, and other braces are left alone", () => {
    expect(filled("{visitor.name}, это { operator.name } из «{site.name}»: {\"a\": 1} {x}", VALUES)).toBe(
      "Мария, это Анна из «Ромашка»: {\"a\": 1} {x}",
    );
  });

  it("name what stands for nothing, as the server does", () => {
    expect(unknownVariables("{visitor.nmae} {имя} {visitor.nmae} {agent.name} {}")).toEqual(["visitor.nmae", "имя"]);
  });

  it("are read in the visitor's language, else in the one there is", () => {
    expect(textOf({ texts: { ru: "да", en: "yes" } }, "en")).toBe("yes");
    expect(textOf({ texts: { ru: "да" } }, "en")).toBe("да");
  });
});

it("reads what was typed under the wrong layout, both ways", () => {
  expect(otherLayout("ghbdtn")).toBe("привет");
  expect(otherLayout("руддщ")).toBe("hello");
});
