import { createStore, type Store } from "./store";

/** A small choice that is kept on this device; without storage it lasts as long as the page. */
export function preference<T extends string>(
  name: string,
  values: readonly T[],
  fallback: T,
): Store<T> {
  const key = `otvet.${name}`;
  const store = createStore<T>(read(key, values) ?? fallback);
  return {
    get: store.get,
    subscribe: store.subscribe,
    set(next) {
      store.set(next);
      try {
        localStorage.setItem(key, next);
      } catch {
        // Storage is full or forbidden; the choice still holds for this page.
      }
    },
  };
}

export function stored<T extends string>(name: string, values: readonly T[]): T | null {
  return read(`otvet.${name}`, values);
}

function read<T extends string>(key: string, values: readonly T[]): T | null {
  try {
    const value = localStorage.getItem(key);
    return values.find((candidate) => candidate === value) ?? null;
  } catch {
    return null;
  }
}
