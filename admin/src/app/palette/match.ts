/** The keys of a Russian keyboard by the Latin letters on them. */
const CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбю";
const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";

const OTHER_LAYOUT = new Map([
  ...Array.from(LATIN, (key, index) => [key, CYRILLIC[index] ?? key] as const),
  ...Array.from(CYRILLIC, (key, index) => [key, LATIN[index] ?? key] as const),
]);

const plain = (text: string) => text.toLocaleLowerCase().replaceAll("ё", "е");
const words = (text: string) => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/**
 * How well a title meets what was typed: every typed word begins some word of the title. Higher is
 * better, 0 is not at all. What was typed in the other keyboard layout meets too, behind the rest.
 */
export function match(typed: string, title: string): number {
  const straight = matchWords(words(typed), words(title));
  if (straight > 0) return straight;
  const other = Array.from(plain(typed), (key) => OTHER_LAYOUT.get(key) ?? key).join("");
  return matchWords(words(other), words(title)) / 2;
}

function matchWords(asked: readonly string[], title: readonly string[]): number {
  if (asked.length === 0) return 1;
  const places = asked.map((word) => title.findIndex((each) => each.startsWith(word)));
  if (places.includes(-1)) return 0;
  // What begins with the word is meant more often than what has it somewhere.
  return 1 + 1 / (1 + Math.min(...places));
}
