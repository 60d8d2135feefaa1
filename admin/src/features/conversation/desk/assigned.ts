import type { ConversationSummary } from "@/wire/schema";

/** Whose a conversation is to be, beside who speaks in it. */
export type Assigned =
  | { to: "nobody" }
  | { to: "me" }
  | { to: "colleague"; name: string }
  | { to: "team"; name: string };

export function assignedOf(summary: ConversationSummary | null, operatorId: string): Assigned {
  if (summary?.assignee_id) {
    if (summary.assignee_id === operatorId) return { to: "me" };
    return { to: "colleague", name: summary.assignee_name ?? "" };
  }
  if (summary?.team_id) return { to: "team", name: summary.team_name ?? "" };
  return { to: "nobody" };
}

/** Whoever has the floor hands it on: this operator may take it from them. */
export function isHandedOn(summary: ConversationSummary | null, operatorId: string): boolean {
  if (summary?.status !== "operator" || summary.operator_id === operatorId) return false;
  const { to } = assignedOf(summary, operatorId);
  return to === "me" || to === "team";
}
