import type { Person } from "@/wire/schema";

/** `@name` as a word of its own; the longest of several names is meant: «@Анна Ли» is not «@Анна». */
function calls(names: readonly string[]): RegExp {
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const any = longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  return new RegExp(`(?<![\\p{L}\\p{N}])@(${any})(?![\\p{L}\\p{N}])`, "giu");
}

/** Whose `@name` stands in a text; of namesakes all, for nobody can tell which. */
export function mentionedIn(text: string, people: readonly Person[]): readonly Person[] {
  if (people.length === 0) return [];
  const called = calls(people.map((person) => person.name));
  const names = new Set([...text.matchAll(called)].map(([, name]) => name?.toLocaleLowerCase()));
  return people.filter((person) => names.has(person.name.toLocaleLowerCase()));
}

export interface Piece {
  text: string;
  mention: boolean;
}

/** A note's text in pieces, those that mention somebody apart. */
export function pieces(text: string, names: readonly string[]): readonly Piece[] {
  if (names.length === 0) return [{ text, mention: false }];
  const found: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(calls(names))) {
    if (match.index > end) found.push({ text: text.slice(end, match.index), mention: false });
    end = match.index + match[0].length;
    found.push({ text: match[0], mention: true });
  }
  if (end < text.length) found.push({ text: text.slice(end), mention: false });
  return found;
}
