import { useState } from "react";
import { drafts } from "@/lib/drafts";

interface Kept<T> {
  /** The version that is being edited. */
  readonly base: number;
  readonly value: T;
}

/** What is being edited of a document: it outlives a reload, and says on which version it stands. */
export function useDraft<T>(name: string, isValue: (value: unknown) => value is T) {
  const [draft, setDraft] = useState<Kept<T> | null>(() => read(name, isValue));

  function put(next: Kept<T> | null): void {
    setDraft(next);
    drafts.set(name, next === null ? "" : JSON.stringify(next));
  }
  return [draft, put] as const;
}

function read<T>(name: string, isValue: (value: unknown) => value is T): Kept<T> | null {
  try {
    const kept = JSON.parse(drafts.get(name)) as Partial<Kept<unknown>> | null;
    if (kept && typeof kept.base === "number" && isValue(kept.value)) return { base: kept.base, value: kept.value };
  } catch {
    // Nothing was kept, or by another version of the console.
  }
  return null;
}
