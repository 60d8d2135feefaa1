/** What `default_name` of `shared/storage/visitors.py` calls somebody whom nobody knows by name. */
const NAMELESS = /^(?:Посетитель|Visitor) ([0-9A-F]{4})$/;
const SHOWN = /^(\p{L}+)\s+(\d{1,4})$/u;
const TURNS = 12;

/** What somebody is shown as, and what finds them. */
export interface VisitorNames {
  /** «Барсук 417» for «Посетитель 1A2B», of whom the last letters of their id are known; others by their name. */
  shown: (name: string) => string;
  /** What the server calls whom a search names as they are shown; anything else as it is. */
  asked: (text: string) => string;
}

/**
 * Names that are told apart at a glance. They are made of the id alone, one of each, and kept
 * nowhere: the same person is called the same on every screen, in each language by its own word.
 */
export function visitorNames(animals: readonly string[]): VisitorNames {
  return {
    shown(name) {
      const code = NAMELESS.exec(name)?.[1];
      if (code === undefined) return name;
      const number = parseInt(code, 16);
      return `${animals[number % animals.length] ?? ""} ${String(Math.floor(number / animals.length) + 1)}`;
    },
    asked(text) {
      const [, word = "", count] = SHOWN.exec(text.trim()) ?? [];
      const plain = word.toLocaleLowerCase();
      const place = animals.findIndex((animal) => animal.toLocaleLowerCase() === plain);
      const code = (Number(count) - 1) * animals.length + place;
      if (place < 0 || !(code >= 0 && code <= 0xffff)) return text;
      return code.toString(16).toUpperCase().padStart(4, "0");
    },
  };
}

/** Degrees of the colour wheel for a name as the server has it, of which there are twelve. */
export function hueOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return (sum % TURNS) * (360 / TURNS);
}
