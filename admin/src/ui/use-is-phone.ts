import { useSyncExternalStore } from "react";

/** Narrower than what `md:` begins with. */
const PHONE = "(max-width: 767px)";

/** Whether one thing at a time fits the screen. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(onChange, () => matchMedia(PHONE).matches);
}

function onChange(changed: () => void): () => void {
  const query = matchMedia(PHONE);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}
