/**
 * One message on the screen, from its first state to its last: the element stays the same.
 *
 * @import { Item } from "../core/timeline.js"
 * @import { Context } from "./context.js"
 */
import { createCitations } from "./citations.js";
import { once, setText } from "./h.js";
import { icon } from "./icons.js";
import { createRich } from "./rich.js";
import { errorSentence, systemSentence } from "./sentences.js";

/**
 * @param {Context} context
 * @param {Item} first
 */
export function createBubble(context, first) {
  const { h } = context;
  const body = h("div", { class: "body", dir: "auto" });
  const card = h("div", { class: "card" }, body);
  // The line below stays too: in an answer's there are thumbs, drawn by a later part, which asks
  // what it has to ask beneath.
  const foot = h("div", { class: "foot" });
  const isAnswer = first.sender === "agent";
  const thumbs = isAnswer && h("span", { class: "thumbs" });
  const rate = isAnswer ? h("div", { class: "rate" }) : null;
  const element = h("li", { hook: "message", class: "message", data: { sender: first.sender } });
  element.append(card);
  const rich = createRich(context, body);
  /** @type {ReturnType<typeof createCitations> | null} */
  let sources = null;
  /** @type {HTMLElement | null} */
  let files = null;
  /** @type {Item | null} */
  let drawn = null;

  /** @param {Item} item */
  function drawText(item) {
    if (item.sender === "visitor") return setText(body, item.text);
    if (item.sender === "system") return setText(body, systemSentence(context.words, item));
    const numbers = new Set(item.citations.map((citation) => citation.n));
    const streaming = item.state === "streaming";
    rich.update(item.text, { streaming, sources: numbers, onCite: (n) => sources?.open(n) });
  }

  /** @param {Item} item */
  function drawAround(item) {
    element.dataset["messageId"] = item.id;
    element.dataset["state"] = item.state;
    element.toggleAttribute("data-opens", item.opens);
    element.toggleAttribute("data-ends", item.ends);
    sources = item.citations.length > 0 ? createCitations(context, item.citations) : null;
    if (!files && item.attachments.length > 0) files = createAttachments(context, item.attachments);
    replace(card, label(context, item), body, files, sources?.element);
    const said = footer(context, item);
    foot.classList.toggle("failure", item.state === "failed");
    replace(foot, ...said, thumbs);
    replace(element, day(context, item), header(context, item), card, said.length > 0 && foot, choices(context, item), rate);
  }

  return {
    element,
    /** @param {Item} item */
    update(item) {
      const before = drawn;
      drawn = item;
      // Without a list of them: of 1,000 messages 999 are as they were.
      let isOther = false;
      for (const key in item) {
        const its = /** @type {keyof Item} */ (key);
        isOther ||= its !== "text" && item[its] !== before?.[its];
      }
      // Of an answer that is being written nothing but the text is another each time.
      if (isOther) drawAround(item);
      if (isOther || item.text !== before?.text) drawText(item);
    },
  };
}

/**
 * What stays is not touched: there may be the focus in it, or words that are being selected.
 *
 * @param {Element} element
 * @param {...(Node | false | null | undefined)} children
 */
function replace(element, ...children) {
  const next = children.filter((child) => child instanceof Node);
  for (const child of [...element.childNodes]) if (!next.includes(child)) child.remove();
  for (const [at, child] of next.entries()) {
    const there = element.childNodes[at];
    if (there !== child) element.insertBefore(child, there ?? null);
  }
}

/**
 * "Сегодня", "24 ноября": a heading, so that a screen reader can go from day to day.
 *
 * @param {Context} context
 * @param {Item} item
 */
function day({ h, locale }, { days, at }) {
  if (days === null) return null;
  const date = new Date(at);
  const words =
    days === 0 || days === 1
      ? new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-days, "day")
      : date.toLocaleDateString(locale, { day: "numeric", month: "long", year: days > 300 ? "numeric" : undefined });
  return h("div", { class: "day", role: "heading", "aria-level": 3 }, words.replace(/./, (first) => first.toUpperCase()));
}

/**
 * Who speaks: for the eye once a group, for a screen reader with every message.
 *
 * @param {Context} context
 * @param {Item} item
 */
function header({ h, words }, { sender, name, opens }) {
  if (sender === "system") return null;
  if (sender === "visitor") return h("span", { class: "sr" }, words.$you);
  const who = name ?? (sender === "agent" ? words.$agent : words.$operator);
  if (!opens) return h("span", { class: "sr" }, who);
  const role = sender === "agent" ? words.$agentRole : words.$operatorRole;
  const face =
    sender === "agent"
      ? h("span", { class: "face" }, icon("spark"))
      : h("span", { class: "face", "aria-hidden": "true" }, Array.from(who)[0]?.toUpperCase());
  return h(
    "div",
    { class: "who" },
    face,
    h("span", { class: "name" }, who),
    name && h("span", { class: "role" }, role),
  );
}

/**
 * What kind of answer it is, said honestly.
 *
 * @param {Context} context
 * @param {Item} item
 */
function label({ h, words }, { outcome }) {
  if (outcome !== "quoted") return null;
  return h("div", { class: "label" }, icon("quote"), words.$quoted);
}

/**
 * @param {Context} context
 * @param {Item} item
 * @returns {(Node | false)[]} What stands in the line below; nothing: there is none.
 */
function footer(context, item) {
  const { h, words, locale } = context;
  if (item.sender === "system" || item.state === "streaming") return [];
  if (item.state === "failed") return failure(context, item);
  if (!item.ends && item.sender !== "agent") return [];
  const at = new Date(item.at);
  const time = at.toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit" });
  const mine = item.sender === "visitor";
  const state = { queued: words.$queued, sending: words.$sending }[String(item.state)] ?? words.$sent;
  return [
    item.outcome === "stopped" && h("span", { class: "stopped" }, words.$stopped),
    h("time", { datetime: at.toISOString() }, time),
    mine && icon(item.state === "sent" ? "check" : "clock"),
    mine && h("span", { class: "sr" }, state),
  ];
}

/**
 * @param {Context} context
 * @param {Item} item
 */
function failure({ h, words, act }, item) {
  const why = item.error && errorSentence(words, item.error);
  const retry = { click: () => act.retry(item.key) };
  const discard = { click: () => act.discard(item.key) };
  return [
    h("span", null, icon("alert"), `${words.$failed}. ${why}`),
    h("button", { class: "text-button", on: retry }, words.$retry),
    h("button", { class: "text-button quiet", on: discard }, words.$discard),
  ];
}

/**
 * @param {Context} context
 * @param {Item} item
 */
function choices({ h, words, act }, item) {
  if (item.choices.length === 0) return null;
  const buttons = item.choices.map((text) =>
    h("button", { class: "choice", hook: "choice", on: { click: once(() => act.send(text)) } }, text),
  );
  return h("div", { class: "choices", role: "group", "aria-label": words.$choices }, ...buttons);
}

/**
 * Their names at once, and all else when the part for files is there.
 *
 * @param {Context} context
 * @param {Item["attachments"]} attachments
 */
function createAttachments({ h, act }, attachments) {
  const place = h("div", { hook: "files", class: "files" }, attachments.map(({ name }) => name).join(", "));
  act.files().then(
    (files) => files.draw(place, attachments),
    () => {}, // What stands there says what they are.
  );
  return place;
}
