/**
 * @import { State } from "../core/types.js"
 * @import { Context } from "./context.js"
 */
import { setText } from "./h.js";
import { icon } from "./icons.js";
import { presenceSentence } from "./sentences.js";

/** @param {Context} context */
export function createHeader({ h, words, act }) {
  const title = h("h2", null, words.$title);
  const presence = h("span", { class: "presence-text" });
  const face = h("span", { class: "brand", "aria-hidden": "true" }, icon("spark"));
  const element = h(
    "header",
    { class: "head" },
    face,
    h("div", { class: "titles" }, title, h("p", { class: "presence" }, h("i", { class: "dot" }), presence)),
    h(
      "button",
      { class: "icon-button", hook: "close", "aria-label": words.$close, on: { click: () => act.close() } },
      icon("close"),
    ),
  );
  return {
    element,
    /** @param {State} state */
    update(state) {
      setText(title, state.settings?.title || state.settings?.site_name || words.$title);
      setText(presence, presenceSentence(words, state));
      const there = state.link.phase === "online" && state.synced;
      element.dataset["presence"] = there ? (state.conversation?.status ?? "agent") : "away";
    },
  };
}
