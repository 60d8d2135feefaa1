/** What a tab's session keeps, where storage is not denied. */

/** @param {string} name */
export function isMarked(name) {
  try {
    return sessionStorage.getItem(name) !== null;
  } catch {
    return false;
  }
}

/** @param {string} name */
export function mark(name) {
  try {
    sessionStorage.setItem(name, "1");
  } catch {
    // Then it is found out again on the next page.
  }
}
