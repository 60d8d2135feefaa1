/**
 * A small, safe subset of Markdown to tokens: paragraphs, lists, headings (as bold lines), code
 * blocks. There is no way to write HTML, an image or a style in it.
 */
import { parseInline } from "./inline.js";

/** @import { Inline, InlineOptions } from "./inline.js" */

/**
 * @typedef {{ type: "p", children: Inline[] }
 *   | { type: "list", ordered: boolean, start: number, items: Inline[][] }
 *   | { type: "pre", text: string }} Block
 */

const FENCE = /^\s*```/;
const ITEM = /^\s{0,3}(?:[-*•]|(\d{1,3})[.)])\s+(.*)$/;
/** A list mark without its item, at the end of what has been written so far: it is not shown yet. */
const BARE_ITEM = /(^|\n)\s{0,3}(?:[-*•#]+|\d{1,3}[.)]?)\s*$/;
const HEADING = /^#{1,6}\s+(.*?)\s*#*$/;

/**
 * @param {string} text
 * @param {Partial<InlineOptions>} [options]
 * @returns {Block[]}
 */
export function parseMarkdown(text, { isSource = () => false, open = false } = {}) {
  const inline = { isSource, open };
  /** @type {Block[]} */
  const blocks = [];
  /** @type {string[]} */
  const lines = (open ? text.replace(BARE_ITEM, "") : text).replace(/\r\n?/g, "\n").split("\n");
  for (let at = 0; at < lines.length; ) at = readBlock(lines, at, blocks, inline);
  return blocks;
}

/**
 * @param {string[]} lines
 * @param {number} at
 * @param {Block[]} blocks
 * @param {InlineOptions} inline
 * @returns {number} Where the next block begins.
 */
function readBlock(lines, at, blocks, inline) {
  const line = /** @type {string} */ (lines[at]);
  if (line.trim() === "") return at + 1;
  if (FENCE.test(line)) return readFence(lines, at, blocks);
  const heading = HEADING.exec(line);
  if (heading) {
    const children = parseInline(/** @type {string} */ (heading[1]), inline);
    blocks.push({ type: "p", children: [{ type: "strong", children }] });
    return at + 1;
  }
  return ITEM.test(line) ? readList(lines, at, blocks, inline) : readParagraph(lines, at, blocks, inline);
}

/**
 * @param {string[]} lines
 * @param {number} at
 * @param {Block[]} blocks
 */
function readFence(lines, at, blocks) {
  let end = at + 1;
  while (end < lines.length && !FENCE.test(/** @type {string} */ (lines[end]))) end += 1;
  blocks.push({ type: "pre", text: lines.slice(at + 1, end).join("\n") });
  return end + 1;
}

/**
 * @param {string[]} lines
 * @param {number} at
 * @param {Block[]} blocks
 * @param {InlineOptions} inline
 */
function readList(lines, at, blocks, inline) {
  const first = /** @type {RegExpExecArray} */ (ITEM.exec(/** @type {string} */ (lines[at])));
  const ordered = first[1] !== undefined;
  /** @type {string[]} */
  const items = [];
  for (; at < lines.length; at += 1) {
    const line = /** @type {string} */ (lines[at]);
    const item = ITEM.exec(line);
    if (item && (item[1] !== undefined) === ordered) items.push(/** @type {string} */ (item[2]));
    // An indented line goes on with its item; an empty one between two items is nothing.
    else if (!item && /^\s+\S/.test(line)) items.push(`${items.pop()}\n${line.trim()}`);
    else if (line.trim() !== "" || !continuesList(lines[at + 1], ordered)) break;
  }
  const start = Number(first[1] ?? 1);
  const parsed = items.map((item) => parseInline(item, inline));
  blocks.push({ type: "list", ordered, start, items: parsed });
  return at;
}

/**
 * @param {string | undefined} line
 * @param {boolean} ordered
 */
function continuesList(line, ordered) {
  const item = line === undefined ? null : ITEM.exec(line);
  return item !== null && (item[1] !== undefined) === ordered;
}

/**
 * @param {string[]} lines
 * @param {number} at
 * @param {Block[]} blocks
 * @param {InlineOptions} inline
 */
function readParagraph(lines, at, blocks, inline) {
  let end = at + 1;
  while (end < lines.length && !startsBlock(/** @type {string} */ (lines[end]))) end += 1;
  const text = lines.slice(at, end).map((line) => line.trim()).join("\n");
  blocks.push({ type: "p", children: parseInline(text, inline) });
  return end;
}

/** @param {string} line */
function startsBlock(line) {
  return line.trim() === "" || FENCE.test(line) || ITEM.test(line) || HEADING.test(line);
}
