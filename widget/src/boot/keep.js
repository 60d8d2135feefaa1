/** However often it may be taken off the page within this time, it comes back once. */
const PATIENCE = 1_000;

/**
 * Keeps the widget on a page that replaces what it has, as single-page sites do: it is put back at once,
 * unless somebody is bent on removing it.
 *
 * @param {HTMLElement} host
 * @param {AbortSignal} signal
 * @param {() => void} onBack It was put back.
 */
export function keepOnPage(host, signal, onBack) {
  const observer = new MutationObserver(look);
  let last = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function attach() {
    const { documentElement } = document;
    // Not in the body: one that is turned, blurred or faded would hold what is fixed to the window.
    documentElement.append(host);
    // The root may be replaced, too.
    for (const it of [document, documentElement]) observer.observe(it, { childList: true });
  }

  function look() {
    clearTimeout(timer);
    if (host.isConnected || !document.documentElement) return;
    const wait = last + PATIENCE - Date.now();
    if (wait > 0) {
      timer = setTimeout(look, wait);
      return;
    }
    last = Date.now();
    attach();
    onBack();
  }

  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  if (document.body) attach();
  else document.addEventListener("DOMContentLoaded", attach, { signal });
}
