/**
 * The panel as a dialog: beside the page on a desktop, over it on a phone.
 *
 * @import { Context } from "./context.js"
 */
import { isComposing } from "./h.js";

/** Upright, or on its side; no tablet whose keyboard has made it low. */
const PHONE = "(max-width: 480px), (max-width: 960px) and (max-height: 480px) and (pointer: coarse)";
/** Of what is done in here nothing is the page's: its shortcuts, its own way of scrolling, its hold on the focus. */
const OURS = ["keydown", "keypress", "keyup", "focusin", "wheel", "touchmove"];

/**
 * `show()` leaves the page usable; `showModal()` on a phone, where nothing of it can be seen,
 * makes it inert for the keyboard and for screen readers too.
 *
 * @param {Context} context
 * @param {Node[]} children
 */
export function createDialog({ h, words, signal, act }, children) {
  const phone = matchMedia(PHONE);
  const element = h(
    "dialog",
    { hook: "panel", class: "panel", tabindex: -1, "aria-label": words.$dialog, on: { keydown: onKey, cancel: onCancel } },
    ...children,
  );

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.key !== "Escape" || isComposing(event)) return;
    event.preventDefault();
    act.close();
  }

  /** @param {Event} event */
  function onCancel(event) {
    event.preventDefault();
    act.close();
  }

  function show() {
    if (element.open) return;
    if (phone.matches) element.showModal();
    else element.show();
    fitViewport();
  }

  function hide() {
    element.close();
  }

  /** A window that grows or shrinks past the phone's width changes the kind of dialog. */
  function onKind() {
    if (!element.open) return;
    hide();
    show();
  }

  /**
   * The on-screen keyboard shrinks what is visible, not the page: the panel follows.
   *
   * @param {Event} [event]
   */
  function fitViewport(event) {
    const view = window.visualViewport;
    // Who looks closer with two fingers has not brought up a keyboard.
    if (!view || !element.open || view.scale > 1.01) return;
    element.style.setProperty("--o-view-height", `${view.height}px`);
    element.style.setProperty("--o-view-top", `${view.offsetTop}px`);
    // What is being written stays in sight, however little is left.
    if (event?.type === "resize") element.querySelector(":focus")?.scrollIntoView({ block: "nearest" });
  }

  for (const name of OURS) element.addEventListener(name, (event) => event.stopPropagation(), { signal, passive: true });
  phone.addEventListener("change", onKind, { signal });
  window.visualViewport?.addEventListener("resize", fitViewport, { signal });
  window.visualViewport?.addEventListener("scroll", fitViewport, { signal });
  return { element, show, hide, isPhone: () => phone.matches };
}
