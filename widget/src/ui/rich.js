/**
 * Tokens of the Markdown subset to nodes. While an answer streams only the blocks that changed
 * are made anew: usually the last one.
 *
 * @import { Inline } from "../core/inline.js"
 * @import { Block } from "../core/markdown.js"
 * @import { Context } from "./context.js"
 */
import { parseMarkdown } from "../core/markdown.js";

/**
 * @typedef {object} RichOptions
 * @property {boolean} streaming
 * @property {ReadonlySet<number>} sources
 * @property {(n: number) => void} onCite
 */

/**
 * @param {Context} context
 * @param {HTMLElement} into
 */
export function createRich(context, into) {
  /** @type {string[]} */
  let keys = [];
  return {
    /**
     * @param {string} text
     * @param {RichOptions} options
     */
    update(text, options) {
      // The sources come with the finished answer: until then every mark may be one.
      const isSource = (/** @type {number} */ n) => options.streaming || options.sources.has(n);
      const blocks = parseMarkdown(text, { isSource, open: options.streaming });
      const next = blocks.map((block) => `${options.streaming}${JSON.stringify(block)}`);
      let same = 0;
      while (same < next.length && next[same] === keys[same]) same += 1;
      if (same === next.length && same === keys.length) return;
      while (into.childNodes.length > same) into.lastChild?.remove();
      into.append(...blocks.slice(same).map((block) => drawBlock(context, block, options)));
      keys = next;
    },
  };
}

/**
 * @param {Context} context
 * @param {Block} block
 * @param {RichOptions} options
 * @returns {HTMLElement}
 */
function drawBlock(context, block, options) {
  const { h } = context;
  if (block.type === "pre") return h("pre", { tabindex: 0 }, h("code", null, block.text));
  if (block.type === "p") return h("p", null, ...drawInlines(context, block.children, options));
  const items = block.items.map((item) => h("li", null, ...drawInlines(context, item, options)));
  const start = block.ordered && block.start !== 1 ? block.start : null;
  return h(block.ordered ? "ol" : "ul", { start }, ...items);
}

/**
 * @param {Context} context
 * @param {Inline[]} inlines
 * @param {RichOptions} options
 * @returns {(Node | string)[]}
 */
function drawInlines(context, inlines, options) {
  return inlines.map((inline) => drawInline(context, inline, options));
}

/**
 * @param {Context} context
 * @param {Inline} inline
 * @param {RichOptions} options
 * @returns {Node | string}
 */
function drawInline(context, inline, options) {
  const { h } = context;
  switch (inline.type) {
    case "text":
      return inline.text;
    case "break":
      return h("br");
    case "code":
      return h("code", null, inline.text);
    case "strong":
      return h("strong", null, ...drawInlines(context, inline.children, options));
    case "cite":
      return drawMark(context, inline.n, options);
    case "link":
      return drawLink(context, inline);
  }
}

/**
 * @param {Context} context
 * @param {number} n
 * @param {RichOptions} options
 */
function drawMark({ h, words }, n, { streaming, onCite }) {
  if (streaming) return h("span", { class: "mark" }, String(n));
  const on = { click: () => onCite(n) };
  return h("button", { class: "mark", "aria-label": words.$source(n), on }, String(n));
}

/**
 * A link tells where it leads: its own words may say anything.
 *
 * @param {Context} context
 * @param {Extract<Inline, { type: "link" }>} link
 */
function drawLink({ h }, { href, text, host }) {
  const shown = text.includes(host) ? null : h("bdi", { class: "host" }, `\u00a0(${host})`);
  const props = { href, target: "_blank", rel: "noopener noreferrer nofollow" };
  return h("a", props, h("bdi", null, text), shown);
}
