import type { ConversationSummary } from "@/wire/schema";

const KEPT = 5_000;
/** What is told is stored a moment later, and lists are read from what is stored. */
const STORED_MS = 10_000;

interface Entry {
  summary: ConversationSummary;
  seen: number;
  /** When the socket told of it; 0 of what a page has brought. */
  toldAt: number;
}

/** The newest version seen of each conversation, from whichever way it came. */
export interface Summaries {
  get: (id: string) => ConversationSummary | undefined;
  /** Whether this one is news; `told`: by the socket. */
  put: (summary: ConversationSummary, told?: boolean) => boolean;
  /** One that changes nothing that a version tells of: read further, or labelled. */
  mend: (summary: ConversationSummary) => void;
  mark: () => number;
  since: (mark: number) => readonly ConversationSummary[];
  /** What a page asked for at `mark` may not know of yet. */
  ahead: (mark: number) => readonly ConversationSummary[];
  clear: () => void;
}

export function createSummaries(kept = KEPT): Summaries {
  const entries = new Map<string, Entry>();
  let clock = 0;

  return {
    get: (id) => entries.get(id)?.summary,
    put(summary, told = false) {
      const known = entries.get(summary.id);
      if (known && known.summary.version >= summary.version) return false;
      clock += 1;
      // Put last again: a Map keeps the order of insertion, and the oldest goes first.
      entries.delete(summary.id);
      entries.set(summary.id, { summary, seen: clock, toldAt: told ? Date.now() : 0 });
      if (entries.size > kept) {
        const [oldest] = entries.keys();
        if (oldest !== undefined) entries.delete(oldest);
      }
      return true;
    },
    mend(summary) {
      const known = entries.get(summary.id);
      if (known) known.summary = summary;
    },
    mark: () => clock,
    since: (mark) =>
      [...entries.values()].filter((entry) => entry.seen > mark).map((entry) => entry.summary),
    ahead: (mark) =>
      [...entries.values()]
        .filter((entry) => entry.seen > mark || Date.now() - entry.toldAt < STORED_MS)
        .map((entry) => entry.summary),
    clear: () => entries.clear(),
  };
}
