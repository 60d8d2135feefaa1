/**
 * How the conversation went: asked once, at its end, below what was said. It can be hidden, and is
 * gone as soon as somebody writes on.
 *
 * @import { Score, State } from "../core/types.js"
 * @import { MoreContext } from "../more.js"
 */
import { ASKED } from "../parts.js";
import { setText } from "../ui/h.js";
import { icon } from "../ui/icons.js";
import { createComment } from "./comment.js";

const FACE = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9 9.6v.2M15 9.6v.2";
const MOUTHS = ["M8 16.6c2-3.2 6-3.2 8 0", "M8.6 15.9c1.7-1.7 5.1-1.7 6.8 0", "M8.5 15h7", "M8.6 14.3c1.7 1.7 5.1 1.7 6.8 0", "M7.8 13.4h8.4c-.7 4.8-7.7 4.8-8.4 0Z"];

/** @param {MoreContext} context */
export function createScore(context) {
  const { h, words, panel, store, shelf, marks } = context;
  const faces = MOUTHS.map((mouth, index) => {
    const label = words.scores[index];
    const on = { click: () => give({ score: index + 1 }) };
    return h("button", { hook: "score", class: "face-button", "aria-pressed": "false", "aria-label": label, title: label, on }, icon("close", FACE + mouth));
  });
  const title = h("strong", null, words.how);
  const said = h("p", { hook: "scored", class: "scored", role: "status" });
  const more = h("div");
  const hide = h(
    "button",
    { hook: "score-hide", class: "icon-button small", "aria-label": words.dismiss, on: { click: dismiss } },
    icon("close"),
  );
  const element = h(
    "div",
    { hook: "score-card", class: "score", hidden: true },
    h("div", { class: "score-head" }, title, hide),
    h("div", { class: "faces", role: "group", "aria-label": words.how }, ...faces),
    said,
    more,
  );
  panel.querySelector(".content")?.append(element);
  /** Which end of the conversation the question is about. */
  let end = "";
  let given = false;

  const mark = marks({
    name: "conversation.rate",
    read: () => store.get().score,
    show: (score) => store.dispatch({ type: "score.changed", score }),
    undone() {
      given = store.get().score !== null;
      setText(said, "");
      if (!more.querySelector("textarea")?.value) more.replaceChildren();
    },
  });

  /** @param {Score} score */
  function give(score) {
    given = true;
    setText(said, words.scored);
    if (!score.comment) ask(score.score);
    return mark(score, score);
  }

  /** @param {number} score */
  function ask(score) {
    const written = more.querySelector("textarea")?.value ?? "";
    const comment = createComment(context, score > 3 ? words.liked : words.better, send, () => close());
    comment.field.value = written;
    more.replaceChildren(comment.form);

    /** @param {string} text */
    async function send(text) {
      const taken = await give({ score, comment: text });
      if (taken) {
        close();
        setText(said, words.passed);
      }
      return taken;
    }
  }

  function close() {
    const inside = more.contains(/** @type {ShadowRoot} */ (panel.getRootNode()).activeElement);
    more.replaceChildren();
    if (inside) hide.focus();
  }

  function dismiss() {
    shelf.set(ASKED, end);
    element.hidden = true;
    /** @type {HTMLElement | null} */ (panel.querySelector('[data-otvet="composer"]'))?.focus();
  }

  return {
    /** @param {State} state */
    update({ conversation, messages, score }) {
      const closing = messages.filter(({ outcome }) => conversation?.status === "closed" && outcome === "closed").at(-1);
      if (closing?.id !== end) {
        end = closing?.id ?? "";
        given = false;
        setText(said, "");
        more.replaceChildren();
      }
      element.hidden = !end || shelf.get(ASKED) === end || (score !== null && !given);
      for (const [index, face] of faces.entries()) face.setAttribute("aria-pressed", String(score?.score === index + 1));
    },
  };
}
