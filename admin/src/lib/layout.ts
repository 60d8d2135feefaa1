const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./";
const RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю.";

/** The same keys under the other keyboard layout: «ghbdtn» is «привет», and the other way round. */
export function otherLayout(text: string): string {
  return Array.from(text, (letter) => {
    const latin = LATIN.indexOf(letter);
    if (latin >= 0) return RUSSIAN[latin] ?? letter;
    const russian = RUSSIAN.indexOf(letter);
    return russian >= 0 ? (LATIN[russian] ?? letter) : letter;
  }).join("");
}

/** How text is compared: small letters, «ё» as «е». */
export function folded(text: string): string {
  return text.toLocaleLowerCase().replaceAll("ё", "е").trim();
}
