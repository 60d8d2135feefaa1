/**
 * Scrolling by intent: whoever reads further up is left in peace, whoever is at the end stays
 * there. The button to the end shows past 200 px and hides within 60, so that it does not flicker.
 *
 * @import { Context } from "./context.js"
 */
import { icon } from "./icons.js";

const SHOW_PAST = 200;
const HIDE_WITHIN = 60;

/**
 * @param {Context} context
 * @param {HTMLElement} content
 * @param {HTMLElement} log What was said, a part of it.
 */
export function createScroll({ h, words, act, signal }, content, log) {
  let stuck = true;
  let lastTop = 0;

  const area = h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": words.$log, on: { scroll: onScroll } }, content);
  const jump = h(
    "button",
    { class: "jump", "aria-label": words.$toBottom, hidden: true, on: { click: onJump } },
    icon("down"),
  );
  const element = h("div", { class: "talk" }, area, jump);

  function distance() {
    return area.scrollHeight - area.clientHeight - area.scrollTop;
  }

  function onScroll() {
    const away = distance();
    if (area.scrollTop < lastTop - 1 && away > 8) stuck = false;
    else if (away < HIDE_WITHIN && !stuck) {
      stuck = true;
      act.look();
    }
    lastTop = area.scrollTop;
    if (away > SHOW_PAST && !stuck) jump.hidden = false;
    else if (away < HIDE_WITHIN) jump.hidden = true;
  }

  function onJump() {
    toEnd(true);
    act.look();
  }

  /** @param {boolean} [smooth] */
  function toEnd(smooth) {
    stuck = true;
    // Before anything is said the greeting is read from its beginning.
    if (!log.firstChild) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    area.scrollTo({ top: area.scrollHeight, behavior: smooth && !calm ? "smooth" : "instant" });
  }

  const keep = () => stuck && toEnd();
  const observer = new ResizeObserver((changes) => {
    keep();
    // A keyboard that takes the room leaves in sight what is being written among it.
    if (changes.some(({ target }) => target === area)) content.querySelector("textarea:focus")?.scrollIntoView({ block: "nearest" });
  });
  observer.observe(content);
  observer.observe(area);
  signal.addEventListener("abort", () => observer.disconnect());

  return { element, area, keep, toEnd, atEnd: () => stuck };
}
