/**
 * The sources of an answer: a numbered list, each of which opens to its title and quote.
 *
 * @import { Citation } from "../core/types.js"
 * @import { Context } from "./context.js"
 */
import { safeHost } from "../core/inline.js";
import { icon } from "./icons.js";

/**
 * @param {Context} context
 * @param {readonly Citation[]} citations
 */
export function createCitations(context, citations) {
  const { h, words } = context;
  /** @type {Map<number, HTMLDetailsElement>} */
  const byNumber = new Map();
  const items = citations.map((citation) => {
    const details = drawCitation(context, citation);
    byNumber.set(citation.n, details);
    return h("li", null, details);
  });
  return {
    element: h("ol", { class: "citations", "aria-label": words.$sources }, ...items),
    /** @param {number} n */
    open(n) {
      const details = byNumber.get(n);
      if (!details) return;
      details.open = true;
      details.querySelector("summary")?.focus({ preventScroll: true });
      details.scrollIntoView({ block: "nearest" });
    },
  };
}

/**
 * @param {Context} context
 * @param {Citation} citation
 */
function drawCitation({ h, words }, { n, title, url, quote }) {
  const host = safeHost(url);
  const link =
    host &&
    h(
      "a",
      { class: "source-link", href: url, target: "_blank", rel: "noopener noreferrer" },
      words.$openSource(host),
      icon("external"),
    );
  return h(
    "details",
    { hook: "citation", class: "citation", data: { n: String(n) } },
    h(
      "summary",
      null,
      h("span", { class: "number" }, String(n)),
      h("span", { class: "source-title" }, title),
      icon("chevron"),
    ),
    h("div", { class: "source" }, h("blockquote", null, quote), link),
  );
}
