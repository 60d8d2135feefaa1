/** WCAG 2.2: what is written on the accent is black or white, whichever can be read better. */
export type Letters = "dark" | "light";

export interface Legibility {
  readonly letters: Letters;
  /** Of the letters on the accent: 4.58 or more, whatever the accent. */
  readonly ratio: number;
  /** Whether the launcher stands out from a white page and from a dark one (3 to 1). */
  readonly onLight: boolean;
  readonly onDark: boolean;
}

const GRAPHICS = 3;
/** Luminances of a white page, and of the darkest grey that pages like. */
const LIGHT_PAGE = 1;
const DARK_PAGE = 0.005;

export function isAccent(text: string): boolean {
  return /^#[0-9a-f]{6}$/.test(text);
}

export function legibility(accent: string): Legibility {
  const own = luminance(accent);
  const [light, dark] = [ratio(own, 1), ratio(own, 0)];
  return {
    letters: light >= dark ? "light" : "dark",
    ratio: Math.max(light, dark),
    onLight: ratio(own, LIGHT_PAGE) >= GRAPHICS,
    onDark: ratio(own, DARK_PAGE) >= GRAPHICS,
  };
}

function ratio(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function luminance(accent: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(accent.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
