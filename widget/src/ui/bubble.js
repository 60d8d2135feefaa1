/**
 * One message on the screen, from its first state to its last: the element stays the same.
 *
 * @import { Item } from "../core/timeline.js"
 * @import { Context } from "./context.js"
 */
import { createCitations } from "./citations.js";
import { setText } from "./h.js";
import { icon } from "./icons.js";
import { createRich } from "./rich.js";
import { errorSentence, systemSentence } from "./sentences.js";

/**
 * @param {Context} context
 * @param {Item} first
 */
export function createBubble(context, first) {
  const { h } = context;
  const body = h("div", { class: "body" });
  const card = h("div", { class: "card" }, body);
  const element = h("li", { hook: "message", class: "message", data: { sender: first.sender } });
  element.append(card);
  const rich = createRich(context, body);
  /** @type {ReturnType<typeof createCitations> | null} */
  let sources = null;
  /** @type {HTMLElement | null} */
  let files = null;
  /** @type {string} */
  let drawn = "";

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
    const keep = JSON.stringify({ ...item, text: "", at: item.state === "streaming" ? 0 : item.at });
    if (keep === drawn) return;
    drawn = keep;
    element.dataset["messageId"] = item.id;
    element.dataset["state"] = item.state;
    element.toggleAttribute("data-opens", item.opens);
    element.toggleAttribute("data-ends", item.ends);
    sources = item.citations.length > 0 ? createCitations(context, item.citations) : null;
    if (!files && item.attachments.length > 0) files = createAttachments(context, item.attachments);
    replace(card, label(context, item), body, files, sources?.element);
    replace(element, header(context, item), card, footer(context, item), choices(context, item));
  }

  return {
    element,
    /** @param {Item} item */
    update(item) {
      drawAround(item);
      drawText(item);
    },
  };
}

/**
 * @param {Element} element
 * @param {...(Node | null | undefined)} children
 */
function replace(element, ...children) {
  element.replaceChildren(...children.filter((child) => child instanceof Node));
}

/**
 * Who speaks: for the eye once a group, for a screen reader with every message.
 *
 * @param {Context} context
 * @param {Item} item
 */
function header({ h, words }, { sender, name, opens }) {
  if (sender === "system") return null;
  if (sender === "visitor") return h("span", { class: "sr" }, words.you);
  const who = name ?? (sender === "agent" ? words.agent : words.operator);
  if (!opens) return h("span", { class: "sr" }, who);
  const role = sender === "agent" ? words.agentRole : words.operatorRole;
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
  return h("div", { class: "label" }, icon("quote"), words.quoted);
}

/**
 * @param {Context} context
 * @param {Item} item
 */
function footer(context, item) {
  const { h, words, locale } = context;
  if (item.sender === "system" || item.state === "streaming") return null;
  if (item.state === "failed") return failure(context, item);
  if (!item.ends) return null;
  const at = new Date(item.at);
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" }).format(at);
  const stopped = item.outcome === "stopped" && words.stopped;
  const pending = item.state === "queued" || item.state === "sending";
  return h(
    "div",
    { class: "foot" },
    stopped && h("span", { class: "stopped" }, stopped),
    h("time", { datetime: at.toISOString() }, time),
    item.sender === "visitor" && icon(pending ? "clock" : "check"),
    item.sender === "visitor" && h("span", { class: "sr" }, words[/** @type {"sent"} */ (item.state)]),
  );
}

/**
 * @param {Context} context
 * @param {Item} item
 */
function failure({ h, words, act }, item) {
  const why = item.error && errorSentence(words, item.error);
  const retry = { click: () => act.retry(item.key) };
  const discard = { click: () => act.discard(item.key) };
  return h(
    "div",
    { class: "foot failure" },
    h("span", null, icon("alert"), `${words.failed}. ${why}`),
    h("button", { class: "text-button", on: retry }, words.retry),
    h("button", { class: "text-button quiet", on: discard }, words.discard),
  );
}

/**
 * @param {Context} context
 * @param {Item} item
 */
function choices({ h, words, act }, item) {
  if (item.choices.length === 0) return null;
  const buttons = item.choices.map((text) =>
    h("button", { class: "choice", hook: "choice", on: { click: () => act.send(text) } }, text),
  );
  return h("div", { class: "choices", role: "group", "aria-label": words.choices }, ...buttons);
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
