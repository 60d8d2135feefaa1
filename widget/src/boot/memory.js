/**
 * Whether the panel was open in this tab. Written only once the visitor has opened it.
 *
 * @param {string} siteKey
 */
export function openMemory(siteKey) {
  const key = `otvet:${siteKey}:open`;
  return {
    /** @returns {boolean} */
    wasOpen() {
      try {
        return sessionStorage.getItem(key) === "1" && mayReopen();
      } catch {
        return false;
      }
    },
    /** @param {boolean} open */
    keep(open) {
      try {
        if (open) sessionStorage.setItem(key, "1");
        else sessionStorage.removeItem(key);
      } catch {
        // Denied: the panel will simply be closed after a reload.
      }
    },
  };
}

/** On a phone the panel covers the page: it comes back after a reload, not on the next page. */
function mayReopen() {
  if (!matchMedia("(max-width: 480px)").matches) return true;
  const [navigation] = performance.getEntriesByType("navigation");
  return /** @type {PerformanceNavigationTiming | undefined} */ (navigation)?.type === "reload";
}
