import en from "./i18n/en.json";
import ru from "./i18n/ru.json";
import { hueOf, visitorNames } from "./visitor-name";

const WORDS = { ru: ru.inbox.animals.split(" "), en: en.inbox.animals.split(" ") };
const russian = visitorNames(WORDS.ru);
const english = visitorNames(WORDS.en);

describe("what a visitor is called whose name nobody knows", () => {
  it("is a word and a number made of their id, in each language by its own word", () => {
    expect(russian.shown("Посетитель 1A2B")).toBe("Пингвин 105");
    expect(english.shown("Посетитель 1A2B")).toBe("Penguin 105");
    expect(english.shown("Visitor 1A2B")).toBe("Penguin 105");
    expect(russian.shown("Посетитель 0000")).toBe("Аист 1");
    expect(russian.shown("Посетитель FFFF")).toBe("Щегол 1024");
  });

  it("leaves whoever has a name alone", () => {
    for (const name of ["Мария Соколова", "Посетитель", "Visitor 4821X", "Посетитель 1a2b", ""]) {
      expect(russian.shown(name)).toBe(name);
    }
  });

  it("is one of each, and finds the one it was made of", () => {
    const made = new Set<string>();
    for (let number = 0; number <= 0xffff; number += 1) {
      const code = number.toString(16).toUpperCase().padStart(4, "0");
      const shown = russian.shown(`Посетитель ${code}`);
      made.add(shown);
      if (number % 997 === 0) expect(russian.asked(` ${shown.toLocaleLowerCase()} `)).toBe(code);
    }
    expect(made.size).toBe(65_536);
  });

  it("leaves all other searches alone", () => {
    for (const text of ["пингвин", "Пингвин 0", "Пингвин 1025", "ошибка 809", "Пингвин 105 vpn"]) {
      expect(russian.asked(text)).toBe(text);
    }
  });

  it("has as many words, all different, in both languages", () => {
    for (const words of [WORDS.ru, WORDS.en]) expect(new Set(words).size).toBe(64);
  });
});

describe("the tint of a name", () => {
  it("stays the same, and spreads over the wheel", () => {
    const hues = Array.from({ length: 200 }, (_, number) => hueOf(`Посетитель ${(number * 331).toString(16)}`));
    expect(hueOf("Посетитель 1A2B")).toBe(hueOf("Посетитель 1A2B"));
    expect(new Set(hues).size).toBe(12);
    expect(hues.every((hue) => hue % 30 === 0 && hue < 360)).toBe(true);
  });
});
