/**
 * The visitor's earlier conversations: which there were, and each to be read. A part of its own, for
 * few look back: it comes when somebody does.
 *
 * @import { Message } from "./core/types.js"
 * @import { MoreContext } from "./more.js"
 * @import { EarlierItem, EarlierPage } from "./more/earlier.js"
 */
import { mergeMessages } from "./core/messages.js";
import css from "./ui/earlier.css";
import { setText } from "./ui/h.js";
import { icon } from "./ui/icons.js";

const look = new CSSStyleSheet();
look.replaceSync(css);

const LEFT = "M19 12H5M11 6l-6 6 6 6";

/** @typedef {(context: MoreContext, page: EarlierPage, opener: HTMLElement) => () => void} EarlierFactory Returns what closes it. */

/** @type {EarlierFactory} */
export function createEarlier(context, first, opener) {
  const { root, h, words, locale, panel, ask } = context;
  if (!root.adoptedStyleSheets.includes(look)) root.adoptedStyleSheets.push(look);
  const back = h("button", { hook: "earlier-back", class: "icon-button", "aria-label": words.back, on: { click: onBack } }, icon("arrow", LEFT));
  const title = h("h2", { tabindex: -1 });
  const body = h("div", { class: "earlier-body", tabindex: 0, role: "region", "aria-label": words.earlier });
  const sheet = h(
    "div",
    { hook: "earlier", class: "earlier", on: { keydown: onKey } },
    h("header", { class: "head" }, back, title),
    body,
  );
  const list = h("ol", { class: "earlier-list" });
  const next = h("button", { class: "text-button older", on: { click: () => more() } }, words.further);
  let after = first.next;
  /** Which of the list is being read. @type {HTMLElement | null} */
  let reading = null;

  /** @param {EarlierItem[]} items */
  function add(items) {
    for (const item of items) {
      if (item.is_current) continue;
      const at = new Date(item.updated_at);
      const year = at.getFullYear() === new Date().getFullYear() ? undefined : "numeric";
      const date = at.toLocaleDateString(locale, { day: "numeric", month: "long", year });
      const facts = [date, item.status === "closed" && words.closed, item.score && words.score(item.score)].filter(Boolean).join(" · ");
      const button = h(
        "button",
        { hook: "earlier-item", class: "earlier-item", on: { click: () => void read(item, button) } },
        h("span", { class: "earlier-question" }, item.question ?? words.nothing),
        h("span", { class: "earlier-facts" }, facts),
        icon("chevron"),
      );
      list.append(h("li", null, button));
    }
    next.hidden = after === null;
  }

  async function more() {
    next.disabled = true;
    const page = /** @type {EarlierPage | null} */ (await ask(`conversations?limit=20&before=${encodeURIComponent(after ?? "")}`));
    next.disabled = false;
    if (!page) return setText(next, words.again);
    after = page.next;
    setText(next, words.further);
    add(page.items);
  }

  /** @param {EarlierItem} item @param {HTMLElement} button */
  async function read({ id, question }, button) {
    reading = button;
    setText(title, question ?? words.nothing);
    const said = createReading(context, id);
    body.replaceChildren(said.element);
    title.focus();
    await said.more();
    body.scrollTo({ top: body.scrollHeight });
  }

  function showList() {
    setText(title, words.earlier);
    body.replaceChildren(list, next);
    (reading ?? title).focus();
    reading = null;
  }

  function onBack() {
    if (reading) return showList();
    close();
    opener.focus();
  }

  function close() {
    for (const other of others) other.inert = false;
    sheet.remove();
  }

  /** @param {KeyboardEvent} event Escape goes one step back, and not out of the panel. */
  function onKey(event) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    onBack();
  }

  const others = /** @type {HTMLElement[]} */ ([...panel.children]);
  for (const other of others) other.inert = true;
  add(first.items);
  panel.append(sheet);
  showList();
  return close;
}

/**
 * One of them, to be read only: nothing in it can be answered any more.
 *
 * @param {MoreContext} context
 * @param {string} id
 */
function createReading({ h, words, ask, history, files, timeline, store }, id) {
  const list = history({
    // Its files are fetched from where it is.
    files: async () => {
      const part = await files();
      return { ...part, draw: (place, attachments) => part.draw(place, attachments, id) };
    },
  });
  const button = h("button", { hook: "earlier-more", class: "text-button quiet older", on: { click: () => more() } }, words.loading);
  const element = h("div", { class: "earlier-talk" }, button, list.element);
  /** @type {Message[]} */
  let messages = [];

  async function more() {
    setText(button, words.loading);
    const before = messages[0] ? `before_seq=${messages[0].seq}&` : "";
    const page = await ask(`conversations/${id}/messages?${before}limit=50`);
    setText(button, page ? words.older : words.again);
    if (!page) return;
    button.hidden = !page.has_more;
    messages = mergeMessages(messages, page.items.map((/** @type {Message} */ message) => ({ ...message, choices: [] })));
    list.update(timeline({ ...store.get(), messages, outbox: [], generation: null }, Date.now()));
  }

  return { element, more };
}
