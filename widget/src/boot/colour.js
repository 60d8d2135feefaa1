/**
 * Colours that can be read on, or beside, an accent that somebody chose: WCAG 2.2, AA. The launcher
 * needs the first alone.
 */

/** Text in the accent's colour stands on these: the panel's darkest light and lightest dark. */
const GROUNDS = { light: "#eceef3", dark: "#2c2f3a" };
const AA = 4.5;

/**
 * @param {string} accent As `#rrggbb`.
 * @returns {string} What is written on it: of black and white the one that contrasts more. They are
 *   even where 1.05 / (l + 0.05) = (l + 0.05) / 0.05.
 */
export function onAccent(accent) {
  return luminance(accent) < 0.179 ? "#fff" : "#000";
}

/**
 * @param {string} accent
 * @returns {{ light: string, dark: string }} The accent as a text's colour in either theme.
 */
export function inks(accent) {
  return { light: towards(accent, "#000000", GROUNDS.light), dark: towards(accent, "#ffffff", GROUNDS.dark) };
}

/**
 * @param {string} one
 * @param {string} other
 * @returns {number} 1…21.
 */
export function contrast(one, other) {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/**
 * The first mix that can be read on the ground.
 *
 * @param {string} colour
 * @param {string} end
 * @param {string} ground
 */
function towards(colour, end, ground) {
  const [from, to] = [rgb(colour), rgb(end)];
  for (let step = 0; ; step += 5) {
    const mixed = from.map((part, i) => Math.round(part + ((/** @type {number} */ (to[i]) - part) * step) / 100));
    const text = `#${mixed.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
    if (step === 100 || contrast(text, ground) >= AA) return text;
  }
}

/** @param {string} colour */
function luminance(colour) {
  const [r, g, b] = rgb(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * /** @type {number} */ (r) + 0.7152 * /** @type {number} */ (g) + 0.0722 * /** @type {number} */ (b);
}

/** @param {string} colour @returns {number[]} */
function rgb(colour) {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}
