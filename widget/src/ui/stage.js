/**
 * What is being done right now, and by whom.
 *
 * @import { State } from "../core/types.js"
 * @import { Context } from "./context.js"
 */
import { setText } from "./h.js";
import { stageSentence } from "./sentences.js";

/** @param {Context} context */
export function createStage({ h, words }) {
  const who = h("strong");
  const what = h("span", { class: "doing" });
  const dots = h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i"));
  const element = h("div", { hook: "stage", class: "stage", hidden: true }, dots, who, what);
  return {
    element,
    /** @param {State} state */
    update(state) {
      const sentence = stageSentence(words, state);
      element.hidden = sentence === null;
      element.dataset["stage"] = state.generation?.stage ?? "";
      if (!sentence) return;
      who.hidden = !sentence.who;
      setText(who, sentence.who ?? "");
      setText(what, sentence.what);
    },
  };
}
