const KEY = "otvet.signed-in";
const TRIED = "otvet.signed-in.try";

/**
 * That somebody has signed in in this browser and has not signed out: the cookie, which no script
 * can see, is worth trying. It holds no secret and proves nothing; all tabs have the same one.
 */
export const signInMark = {
  set(): void {
    try {
      localStorage.setItem(KEY, "yes");
    } catch {
      // Storage is full or forbidden: then nobody knows, and the cookie is tried.
    }
  },
  clear(): void {
    try {
      localStorage.removeItem(KEY);
    } catch {
      // As above.
    }
  },
  /** False only where it would be there, had somebody signed in. */
  maybe(): boolean {
    try {
      if (localStorage.getItem(KEY) !== null) return true;
      // What cannot be written is missing for that reason. Under another name: a sign-in in another
      // tab may be writing the mark at this moment.
      localStorage.setItem(TRIED, "yes");
      localStorage.removeItem(TRIED);
      return false;
    } catch {
      return true;
    }
  },
};
