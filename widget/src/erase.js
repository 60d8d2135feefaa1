/**
 * "Delete my data": asks once more, for it cannot be taken back. It comes with the part for
 * off-hours, for it is as rare.
 *
 * @import { ErrorBody, Locale } from "./core/types.js"
 */
import { createH, setText } from "./ui/h.js";
import { AWAY_WORDS } from "./locales/away.js";

/**
 * @typedef {object} ErasePorts
 * @property {HTMLElement} place Right after what opened it.
 * @property {Locale} locale
 * @property {() => Promise<ErrorBody | null>} erase
 * @property {() => void} done It is asked for: the visitor begins anew.
 * @property {AbortSignal} signal
 */

/** @param {ErasePorts} ports */
export function createErase({ place, locale, erase, done, signal }) {
  const words = AWAY_WORDS[locale];
  const h = createH(signal);
  const error = h("span", { role: "alert" });
  const yes = h("button", { hook: "erase-yes", class: "text-button", on: { click: onYes } }, words.erase);
  const no = h("button", { hook: "erase-no", class: "text-button quiet", on: { click: onNo } }, words.keep);
  const status = h("p", { hook: "erase-status", role: "status", tabindex: -1 });
  const question = h("div", { role: "group", "aria-label": words.sure }, h("p", null, words.sure, " ", error), yes, no);
  place.replaceChildren(question, status);
  yes.focus();

  async function onYes() {
    yes.disabled = no.disabled = true;
    const refused = await erase();
    yes.disabled = no.disabled = false;
    if (refused) {
      setText(error, refused.message || words.notErased);
      yes.focus();
      return;
    }
    done();
    question.remove();
    setText(status, words.erased);
    // What opened it is hidden where nothing is said yet.
    status.focus();
  }

  function onNo() {
    question.remove();
    const opener = /** @type {HTMLElement | null} */ (place.previousElementSibling);
    opener?.focus();
  }
}
