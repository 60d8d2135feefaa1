/**
 * Putting a streamed answer together. Offsets count Unicode code points, JavaScript strings count
 * UTF-16 units: an emoji is one here and two there, so lengths are counted by iteration.
 */

/**
 * @param {string} text
 * @returns {number} Its length in code points.
 */
export function codePoints(text) {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/**
 * @param {string} text
 * @param {number} count
 * @returns {string} The text without its first `count` code points.
 */
export function dropCodePoints(text, count) {
  let units = 0;
  for (const point of text) {
    if (count <= 0) break;
    count -= 1;
    units += point.length;
  }
  return text.slice(units);
}

/**
 * Applies one delta. What is already there is trimmed off the delta; a delta past a gap changes
 * nothing, since the finished message brings the whole text anyway.
 *
 * @template {{ text: string, length: number }} T
 * @param {T} answer
 * @param {number} offset
 * @param {string} text
 * @returns {T} The same object when nothing changed.
 */
export function applyDelta(answer, offset, text) {
  if (offset > answer.length) return answer;
  const fresh = dropCodePoints(text, answer.length - offset);
  if (!fresh) return answer;
  return { ...answer, text: answer.text + fresh, length: answer.length + codePoints(fresh) };
}
