/**
 * The panel as a dialog: beside the page on a desktop, over it on a phone.
 *
 * @import { Context } from "./context.js"
 */

const PHONE = "(max-width: 480px)";

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
    { hook: "panel", class: "panel", tabindex: -1, "aria-label": words.dialog, on: { keydown: onKey, cancel: onCancel } },
    ...children,
  );

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
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

  /** The on-screen keyboard shrinks what is visible, not the page: the panel follows. */
  function fitViewport() {
    const view = window.visualViewport;
    if (!view || !element.open) return;
    element.style.setProperty("--o-view-height", `${view.height}px`);
    element.style.setProperty("--o-view-top", `${view.offsetTop}px`);
  }

  phone.addEventListener("change", onKind, { signal });
  window.visualViewport?.addEventListener("resize", fitViewport, { signal });
  window.visualViewport?.addEventListener("scroll", fitViewport, { signal });
  return { element, show, hide, isPhone: () => phone.matches };
}
