import type { ConversationState, ConversationSummary, OperatorInfo } from "@/wire/schema";
import type { Floor } from "@/ui/status-mark";

/**
 * Who has the floor, as this operator sees it. The room tells the holder's name, the line of the
 * inbox tells the id: the id decides, as soon as both speak of the same moment.
 */
export function floorOf(
  state: ConversationState,
  summary: ConversationSummary | null,
  operator: OperatorInfo,
): Floor {
  if (state.status !== "operator") return state.status;
  const agree =
    summary?.status === "operator" &&
    summary.operator_id !== null &&
    summary.operator_name === state.operator_name;
  const mine = agree ? summary.operator_id === operator.id : state.operator_name === operator.name;
  return mine ? "mine" : "operator";
}
