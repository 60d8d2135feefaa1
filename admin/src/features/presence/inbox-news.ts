import type { ConversationSummary } from "@/wire/schema";
import type { Kind } from "@/lib/notifications/preferences";

const KEPT = 2_000;

interface Known {
  waiting: string | null;
  assigned: string | null;
  message: string | null;
}

/**
 * What is new in a line of the inbox. Lines come for many reasons, and of most of them only the
 * newest is known: each moment counts once, and of a line seen first only what changed it just now,
 * by the server's own clock.
 */
export function createInboxNews(operatorId: string): (line: ConversationSummary) => Kind | null {
  const known = new Map<string, Known>();

  return (line) => {
    const before = known.get(line.id);
    const now = momentsOf(line, operatorId);
    known.delete(line.id);
    known.set(line.id, now);
    if (known.size > KEPT) {
      const [oldest] = known.keys();
      if (oldest !== undefined) known.delete(oldest);
    }
    const isNew = (kind: keyof Known) =>
      now[kind] !== null && (before ? before[kind] !== now[kind] : isJustNow(now[kind], line));
    // One line, one notification: the one that asks most of the operator.
    if (isNew("assigned")) return "assigned";
    if (isNew("waiting")) return "waiting";
    return isNew("message") ? "message" : null;
  };
}

/** Servers' clocks differ a little from each other. */
const SKEW_MS = 1_000;

function isJustNow(moment: string, line: ConversationSummary): boolean {
  return Date.parse(moment) >= Date.parse(line.updated_at) - SKEW_MS;
}

function momentsOf(line: ConversationSummary, operatorId: string): Known {
  const waits = line.status === "waiting";
  const mine = line.assignee_id === operatorId;
  const speaks = line.status === "operator" && line.operator_id === operatorId;
  return {
    // Of what has somebody already, only they are told.
    waiting: waits && !line.assignee_id ? (line.waiting_since ?? null) : null,
    // Whoever took it knows.
    assigned: mine && !speaks && line.status !== "closed" ? (line.assigned_at ?? null) : null,
    message:
      (speaks || (waits && mine)) && line.last_message?.sender === "visitor" ? line.last_message.at : null,
  };
}
