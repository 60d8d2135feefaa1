/**
 * A few words to a rating, never asked for twice and never needed.
 *
 * @import { MoreContext } from "../more.js"
 */
import { isComposing } from "../ui/h.js";

const LONGEST = 1_000;

/**
 * @param {MoreContext} context
 * @param {string} label
 * @param {(text: string) => Promise<boolean>} send Whether it was taken.
 * @param {() => void} close
 */
export function createComment({ h, words }, label, send, close) {
  const field = h("textarea", { hook: "comment", rows: 2, maxlength: LONGEST });
  const button = h("button", { type: "submit", hook: "comment-send", class: "more-send" }, words.send);
  const no = h("button", { hook: "comment-close", class: "text-button quiet", on: { click: close } }, words.close);
  const form = h(
    "form",
    { class: "comment", novalidate: true, on: { submit: onSubmit, keydown: onKey } },
    h("label", null, label, field),
    h("div", { class: "comment-foot" }, button, no),
  );

  /** @param {Event} event */
  async function onSubmit(event) {
    event.preventDefault();
    const text = field.value.trim();
    if (!text) return field.focus();
    button.disabled = true;
    const taken = await send(text);
    button.disabled = false;
    if (!taken) field.focus();
  }

  /** @param {KeyboardEvent} event Escape closes what is innermost. */
  function onKey(event) {
    if (event.key !== "Escape" || isComposing(event)) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  }

  return { form, field };
}
