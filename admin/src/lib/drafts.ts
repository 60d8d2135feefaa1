const PREFIX = "otvet.draft.";

/** Unsent replies outlive a reload, in this tab alone, and not the session. */
export const drafts = {
  get(conversationId: string): string {
    return guarded(() => sessionStorage.getItem(PREFIX + conversationId)) ?? "";
  },
  set(conversationId: string, text: string): void {
    guarded(() => {
      if (text === "") sessionStorage.removeItem(PREFIX + conversationId);
      else sessionStorage.setItem(PREFIX + conversationId, text);
    });
  },
  clear(): void {
    guarded(() => {
      const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
      for (const key of keys) sessionStorage.removeItem(key);
    });
  },
};

function guarded<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    // Storage is full or forbidden: the draft lives as long as its text field.
    return null;
  }
}
