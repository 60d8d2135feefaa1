/**
 * Inline Markdown to tokens: bold, inline code, https links, source marks. Nothing else; what is
 * not recognised stays text.
 *
 * @typedef {{ type: "text", text: string }
 *   | { type: "strong", children: Inline[] }
 *   | { type: "code", text: string }
 *   | { type: "link", href: string, text: string, host: string }
 *   | { type: "cite", n: number }
 *   | { type: "break" }} Inline
 *
 * @typedef {object} InlineOptions
 * @property {(n: number) => boolean} isSource Whether `[n]` refers to a source.
 * @property {boolean} open The text is still being written: what is not closed yet will be.
 */

const CODE = /^(`+)([\s\S]*?[^`])\1(?!`)/;
const STRONG = /^(\*\*|__)(?=\S)([\s\S]*?\S)\1/;
const STRONG_OPEN = /^\*\*(?=\S)([\s\S]+)$/;
const CITE = /^\[(\d{1,2})\](?!\()/;
const LINK = /^\[([^[\]]{1,200})\]\(([^\s()]{1,2000})\)/;
const BARE = /^https:\/\/[^\s<>"'`]{1,2000}/;
const ESCAPE = /^\\([\\`*_[\]()#+.!-])/;
const PLAIN = /^[\s\S][^`*_[\]\\\nh]*/;
const WORD_BEFORE = /[\p{L}\p{N}]$/u;

/**
 * @param {string} text
 * @param {InlineOptions} options
 * @returns {Inline[]}
 */
export function parseInline(text, options) {
  /** @type {Inline[]} */
  const out = [];
  let rest = text;
  while (rest) {
    const before = text.slice(0, text.length - rest.length);
    const [token, length] = nextToken(rest, before, options);
    push(out, token);
    rest = rest.slice(length);
  }
  return out;
}

/**
 * @param {string} rest
 * @param {string} before
 * @param {InlineOptions} options
 * @returns {[Inline, number]}
 */
function nextToken(rest, before, options) {
  switch (rest[0]) {
    case "\n":
      return [{ type: "break" }, 1];
    case "`":
      return code(rest) ?? plain(rest);
    case "*":
    case "_":
      return strong(rest, before, options) ?? plain(rest);
    case "[":
      return cite(rest, options) ?? namedLink(rest) ?? plain(rest);
    case "h":
      return (WORD_BEFORE.test(before) ? null : bareLink(rest)) ?? plain(rest);
    case "\\":
      return escaped(rest) ?? plain(rest);
    default:
      return plain(rest);
  }
}

/**
 * @param {string} rest
 * @returns {[Inline, number]}
 */
function plain(rest) {
  const text = /** @type {RegExpExecArray} */ (PLAIN.exec(rest))[0];
  return [{ type: "text", text }, text.length];
}

/**
 * @param {string} rest
 * @returns {[Inline, number] | null}
 */
function code(rest) {
  const match = CODE.exec(rest);
  return match && [{ type: "code", text: /** @type {string} */ (match[2]).trim() }, match[0].length];
}

/**
 * @param {string} rest
 * @param {string} before
 * @param {InlineOptions} options
 * @returns {[Inline, number] | null}
 */
function strong(rest, before, options) {
  // Inside a word, underscores are part of a name: `snake__case`.
  if (rest[0] === "_" && WORD_BEFORE.test(before)) return null;
  const match = STRONG.exec(rest);
  const inner = match?.[2] ?? (options.open ? STRONG_OPEN.exec(rest)?.[1] : undefined);
  if (inner === undefined) return null;
  const length = match ? match[0].length : rest.length;
  return [{ type: "strong", children: parseInline(inner, options) }, length];
}

/**
 * @param {string} rest
 * @param {InlineOptions} options
 * @returns {[Inline, number] | null}
 */
function cite(rest, options) {
  const match = CITE.exec(rest);
  const n = Number(match?.[1]);
  return match && options.isSource(n) ? [{ type: "cite", n }, match[0].length] : null;
}

/**
 * @param {string} rest
 * @returns {[Inline, number] | null}
 */
function namedLink(rest) {
  const match = LINK.exec(rest);
  const host = match && safeHost(/** @type {string} */ (match[2]));
  if (!match || !host) return null;
  const [whole, text = "", href = ""] = match;
  return [{ type: "link", href, text, host }, whole.length];
}

/**
 * @param {string} rest
 * @returns {[Inline, number] | null}
 */
function bareLink(rest) {
  // Punctuation at the end belongs to the sentence, not to the address.
  const href = BARE.exec(rest)?.[0].replace(/[.,;:!?*_)\]}»”]+$/u, "");
  const host = href && safeHost(href);
  return host ? [{ type: "link", href, text: href, host }, href.length] : null;
}

/**
 * @param {string} rest
 * @returns {[Inline, number] | null}
 */
function escaped(rest) {
  const match = ESCAPE.exec(rest);
  return match && [{ type: "text", text: /** @type {string} */ (match[1]) }, 2];
}

/**
 * @param {string | null | undefined} href
 * @returns {string | null} The host of a link that may be shown: https, and nobody's name in it.
 */
export function safeHost(href) {
  // `URL.canParse` is younger than the oldest browser that this is for.
  try {
    const { protocol, username, password, host } = new URL(href ?? "");
    return protocol === "https:" && !username && !password ? host : null;
  } catch {
    return null;
  }
}

/**
 * @param {Inline[]} out
 * @param {Inline} token
 */
function push(out, token) {
  const last = out.at(-1);
  if (token.type === "text" && last?.type === "text") last.text += token.text;
  else out.push(token);
}
