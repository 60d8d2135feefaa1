/**
 * Whether the panel was open in this tab, written only once the visitor has opened it; and the end
 * of all that is kept of them. Storage may be denied: then there is nothing to end, and the panel
 * will simply be closed after a reload.
 *
 * @param {string} siteKey
 */
export function openMemory(siteKey) {
  const prefix = `otvet:${siteKey}:`;
  const key = `${prefix}open`;

  /** @param {() => boolean | void} use */
  function attempt(use) {
    try {
      return use();
    } catch {
      // As if nothing were there.
    }
  }

  return {
    wasOpen: () => attempt(() => sessionStorage.getItem(key) === "1" && mayReopen()),
    /** @param {boolean} open */
    keep: (open) =>
      attempt(() => (open ? sessionStorage.setItem(key, "1") : sessionStorage.removeItem(key))),
    forget: () =>
      attempt(() => {
        for (const each in localStorage) if (each.startsWith(prefix)) delete localStorage[each];
      }),
  };
}

/** On a phone the panel covers the page: it comes back after a reload, not on the next page. */
function mayReopen() {
  if (!matchMedia("(max-width: 480px), (max-height: 480px) and (pointer: coarse)").matches) return true;
  const [navigation] = performance.getEntriesByType("navigation");
  return /** @type {PerformanceNavigationTiming | undefined} */ (navigation)?.type === "reload";
}
