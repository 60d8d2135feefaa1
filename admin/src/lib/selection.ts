import { createStore } from "./store";

/** Conversations that are chosen for one action on all of them. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** A press on a row chooses it, also while none is chosen yet. */
  readonly choosing: boolean;
}

const NOTHING: Selection = { ids: new Set(), choosing: false };

export const selection = createStore<Selection>(NOTHING);

/** As many as one action takes. */
export const MOST_CHOSEN = 100;

/** The list on the screen, in its order. */
let shown: readonly string[] = [];

/** From here a range goes on. */
let anchor: string | null = null;

export function toggle(id: string): void {
  const { ids } = selection.get();
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  anchor = id;
  selection.set({ ids: next, choosing: true });
}

/** All from the one chosen last up to this one, in the order of the list. */
export function extend(id: string): void {
  const from = anchor === null ? -1 : shown.indexOf(anchor);
  const to = shown.indexOf(id);
  if (from < 0 || to < 0) {
    toggle(id);
    return;
  }
  const range = shown.slice(Math.min(from, to), Math.max(from, to) + 1);
  selection.set({ ids: new Set([...selection.get().ids, ...range]), choosing: true });
}

export function choose(ids: Iterable<string>): void {
  selection.set({ ids: new Set(ids), choosing: true });
}

export function present(ids: readonly string[]): void {
  shown = ids;
}

/** All that are listed, as far as one action takes them. */
export function chooseAll(): void {
  choose(shown.slice(0, MOST_CHOSEN));
}

export function unchoose(): void {
  anchor = null;
  selection.set(NOTHING);
}
