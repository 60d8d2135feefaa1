/**
 * The first screen: who answers here, that a human can be called, and where to begin.
 *
 * @import { State } from "../core/types.js"
 * @import { Context } from "./context.js"
 */
import { splitGreeting } from "../core/greeting.js";
import { once, setText } from "./h.js";
import { icon } from "./icons.js";

/** @param {Context} context */
export function createWelcome({ h, words, act }) {
  const hello = h("h3");
  const greeting = h("p", { class: "greeting" });
  const examples = h("div", { class: "examples", role: "group", "aria-label": words.$examples });
  const human = h(
    "button",
    { class: "text-button", on: { click: () => act.callHuman() } },
    words.$disclosureLink,
  );
  const sure = h("div");
  const erase = h(
    "button",
    { class: "text-button quiet", hook: "erase", hidden: true, on: { click: () => act.offerErasure(sure) } },
    words.$erase,
  );
  const element = h(
    "section",
    { class: "welcome" },
    h("div", { class: "halo", "aria-hidden": "true" }, icon("spark")),
    hello,
    greeting,
    h("div", { class: "disclosure" }, icon("person"), h("div", null, words.$disclosure, " ", human, ". ", erase, sure)),
    examples,
  );
  /** @type {readonly string[] | undefined} */
  let shown;

  /** @param {readonly string[]} texts */
  function drawExamples(texts) {
    shown = texts;
    const buttons = texts.map((text) =>
      h(
        "button",
        { class: "example", hook: "example", on: { click: once(() => act.send(text)) } },
        h("span", null, text),
        icon("arrow"),
      ),
    );
    examples.replaceChildren(...buttons);
  }

  return {
    element,
    /** @param {State} state */
    update({ settings, back, messages, outbox, conversation, calling }) {
      const [title, text] = splitGreeting(settings?.greeting || words.$greeting, words.$welcome);
      setText(hello, title);
      setText(greeting, text);
      // Once the talk is on, the examples are in its way; who answers here stays said.
      const begun = messages.length > 0 || outbox.length > 0;
      element.toggleAttribute("data-begun", begun);
      erase.hidden = !begun && !back;
      examples.hidden = begun || !settings?.examples.length;
      human.disabled = calling || conversation?.status === "waiting" || conversation?.status === "operator";
      if (settings && settings.examples !== shown) drawExamples(settings.examples);
    },
  };
}
