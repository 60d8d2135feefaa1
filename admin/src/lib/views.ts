import type { ConversationStatus, ConversationSummary } from "@/wire/schema";

export const VIEWS = ["waiting", "mine", "agent", "all", "closed"] as const;

/** A tab of the inbox. */
export type View = (typeof VIEWS)[number];

export function isView(text: string): text is View {
  return (VIEWS as readonly string[]).includes(text);
}

interface ViewQuery {
  status?: ConversationStatus;
  assigned?: "me";
}

const QUERIES: Readonly<Record<View, ViewQuery>> = {
  waiting: { status: "waiting" },
  mine: { assigned: "me" },
  agent: { status: "agent" },
  all: {},
  closed: { status: "closed" },
};

export function queryOf(view: View): ViewQuery {
  return QUERIES[view];
}

/** Whether a conversation is to be seen in a view by this operator: what the server would say. */
export function belongs(view: View, summary: ConversationSummary, operatorId: string): boolean {
  const { status, assigned } = QUERIES[view];
  if (status !== undefined && summary.status !== status) return false;
  // Whoever hands one on still has it until it is taken: then it is in two lists.
  return !assigned || summary.operator_id === operatorId || summary.assignee_id === operatorId;
}

/** Whether there is something in it that this operator has not seen, and that is for them to see. */
export function isUnread(summary: ConversationSummary, operatorId: string): boolean {
  const theirs =
    summary.status === "waiting" ||
    (summary.status === "operator" && summary.operator_id === operatorId);
  const said = summary.status === "operator" && summary.last_message?.sender === "operator";
  // What they said themselves they know.
  return theirs && !said && summary.last_seq > (summary.read_seq ?? 0);
}

/** Who has waited longest comes first; everywhere else the newest change does. */
export function compare(view: View): (a: ConversationSummary, b: ConversationSummary) => number {
  if (view === "waiting") {
    return (a, b) => time(a.waiting_since ?? a.updated_at) - time(b.waiting_since ?? b.updated_at);
  }
  return (a, b) => time(b.updated_at) - time(a.updated_at);
}

function time(iso: string): number {
  return Date.parse(iso);
}
