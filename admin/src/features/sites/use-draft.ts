import { useState } from "react";

export interface Draft<T> {
  readonly value: T;
  readonly changed: boolean;
  readonly set: (part: Partial<T>) => void;
  readonly reset: () => void;
}

/**
 * What somebody is about to make of a part of the site. Until it is touched it follows what is
 * kept; touched, it stays through a change that comes from elsewhere.
 */
export function useDraft<T extends object>(kept: T): Draft<T> {
  const [touched, setTouched] = useState<T | null>(null);
  const value = touched ?? kept;
  return {
    value,
    changed: touched !== null && JSON.stringify(touched) !== JSON.stringify(kept),
    set: (part) => setTouched({ ...value, ...part }),
    reset: () => setTouched(null),
  };
}
