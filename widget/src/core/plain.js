/** @import { Inline } from "./inline.js" */
/** @import { Block } from "./markdown.js" */
import { parseMarkdown } from "./markdown.js";

/**
 * @param {string} text
 * @returns {string} A message as it is read aloud: no marks, no source numbers.
 */
export function plainText(text) {
  return parseMarkdown(text, { isSource: () => true }).map(ofBlock).join("\n");
}

/** @param {Block} block */
function ofBlock(block) {
  if (block.type === "pre") return block.text;
  if (block.type === "p") return ofInlines(block.children);
  return block.items.map(ofInlines).join("\n");
}

/**
 * @param {Inline[]} inlines
 * @returns {string}
 */
function ofInlines(inlines) {
  return inlines.map(ofInline).join("").trim();
}

/** @param {Inline} inline */
function ofInline(inline) {
  if (inline.type === "cite") return "";
  if (inline.type === "break") return "\n";
  return inline.type === "strong" ? ofInlines(inline.children) : inline.text;
}
