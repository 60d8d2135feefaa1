import { skipToken, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ConversationSummary } from "@/wire/schema";
import { summaryKey } from "./inbox";
import { useRealtime } from "./realtime";
import { roomKey, type RoomState } from "./rooms";

const OPENING: RoomState = { conversation: null, error: null };

/** A conversation, live for as long as the component that asks is on the screen. */
export function useRoom(conversationId: string): RoomState {
  const { rooms } = useRealtime();
  useEffect(() => rooms.enter(conversationId), [rooms, conversationId]);
  const { data } = useQuery<RoomState>({ queryKey: roomKey(conversationId), queryFn: skipToken });
  return data ?? OPENING;
}

/** The line of the inbox for a conversation, as far as one was ever seen. */
export function useSummary(conversationId: string): ConversationSummary | null {
  const { data } = useQuery<ConversationSummary>({
    queryKey: summaryKey(conversationId),
    queryFn: skipToken,
  });
  return data ?? null;
}
