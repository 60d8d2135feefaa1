import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { PRESENCE, viewersKey } from "@/realtime/presence";
import { RealtimeContext, type Realtime } from "@/realtime/realtime";
import { createStore } from "@/lib/store";
import type { ConversationViewer, OperatorPresence } from "@/wire/schema";
import { renderConsole } from "./render";

export interface Sent {
  name: string;
  payload: unknown;
}

interface Desk {
  /** Everybody at the site `s1`. */
  people?: readonly OperatorPresence[];
  viewers?: readonly ConversationViewer[];
  conversationId?: string;
  /** What the server says to every command; nothing: it accepts. */
  refusal?: Error;
}

export const PEOPLE: readonly OperatorPresence[] = [
  { id: "me", name: "Анна", state: "available" },
  { id: "b", name: "Борис", state: "away" },
  { id: "v", name: "Вера", state: "offline" },
];

/** Renders with colleagues, and a connection that only writes down what is sent. */
export function renderAtDesk(element: ReactNode, desk: Desk = {}) {
  const sent: Sent[] = [];
  const connection = {
    state: createStore("online" as const),
    on: () => () => undefined,
    command: (name: string, payload: unknown) => {
      sent.push({ name, payload });
      return desk.refusal ? Promise.reject(desk.refusal) : Promise.resolve({ ok: true });
    },
  };
  function Seeded() {
    const cache = useQueryClient();
    cache.setQueryData(PRESENCE, { s1: desk.people ?? PEOPLE });
    if (desk.viewers) cache.setQueryData(viewersKey(desk.conversationId ?? "c1"), desk.viewers);
    return <RealtimeContext value={{ connection } as unknown as Realtime}>{element}</RealtimeContext>;
  }
  return { sent, ...renderConsole(<Seeded />) };
}
