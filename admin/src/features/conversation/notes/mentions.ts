import type { Person } from "@/wire/schema";

/** Whose `@name` stands in a text. The longest name is meant: «@Анна Ли» is not also «@Анна». */
export function mentionedIn(text: string, people: readonly Person[]): readonly Person[] {
  let rest = text.toLocaleLowerCase();
  const found: Person[] = [];
  for (const person of [...people].sort((a, b) => b.name.length - a.name.length)) {
    const called = `@${person.name.toLocaleLowerCase()}`;
    const namesake = found.some((each) => each.name === person.name);
    if (!namesake && !rest.includes(called)) continue;
    found.push(person);
    rest = rest.replaceAll(called, " ");
  }
  return found;
}

export interface Piece {
  text: string;
  mention: boolean;
}

/** A note's text in pieces, those that mention somebody apart. */
export function pieces(text: string, names: readonly string[]): readonly Piece[] {
  const called = [...names].sort((a, b) => b.length - a.length).map((name) => `@${name}`);
  const found: Piece[] = [];
  let plain = "";
  for (let at = 0; at < text.length; ) {
    const hit = called.find(
      (one) => text.slice(at, at + one.length).toLocaleLowerCase() === one.toLocaleLowerCase(),
    );
    if (hit === undefined) {
      plain += text[at] ?? "";
      at += 1;
      continue;
    }
    if (plain !== "") found.push({ text: plain, mention: false });
    plain = "";
    found.push({ text: text.slice(at, at + hit.length), mention: true });
    at += hit.length;
  }
  if (plain !== "") found.push({ text: plain, mention: false });
  return found;
}
