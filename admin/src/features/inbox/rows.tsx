import { useEffect, type MouseEvent, type ReactNode, type RefObject } from "react";
import { useSearchParams } from "react-router";
import { paths } from "@/lib/paths";
import { extend, present, selection, toggle } from "@/lib/selection";
import { useOperator } from "@/lib/services";
import { useStore } from "@/lib/store";
import type { View } from "@/lib/views";
import { useWindow } from "@/ui/use-window";
import type { ConversationSummary } from "@/wire/schema";
import { ConversationRow } from "./conversation-row";

interface RowsProps {
  view: View;
  label: string;
  scroller: RefObject<HTMLElement | null>;
  items: readonly ConversationSummary[];
  conversationId: string | undefined;
  /** What a row of a search shows, and to which message it leads. */
  found?: (id: string) => { shown: ReactNode; at: string } | null;
}

/** Rows of a list, of which only those on the screen are made. */
export function Rows({ view, label, scroller, items, conversationId, found }: RowsProps) {
  const operator = useOperator();
  const [search] = useSearchParams();
  const { ids, choosing } = useStore(selection);
  const { first, last, above, below } = useWindow(scroller, items.length);
  const query = rest(search);
  useEffect(() => present(items.map((item) => item.id)), [items]);

  function onClick(event: MouseEvent<HTMLElement>): void {
    const row = (event.target as HTMLElement).closest<HTMLElement>("[data-conversation-id]");
    const id = row?.dataset.conversationId;
    if (id === undefined || !(choosing || event.shiftKey)) return;
    event.preventDefault();
    if (event.shiftKey) extend(id);
    else toggle(id);
  }

  return (
    // The rows are links and answer the keyboard themselves; here a press is only looked at.
     
    <ul aria-label={label} style={{ paddingTop: above, paddingBottom: below }} onClickCapture={onClick}>
      {items.slice(first, last).map((summary, place) => {
        const hit = found?.(summary.id);
        return (
          <ConversationRow
            key={summary.id}
            to={paths.conversation(view, summary.id) + address(query, hit?.at)}
            index={first + place}
            summary={summary}
            current={summary.id === conversationId}
            chosen={ids.has(summary.id)}
            operatorId={operator.id}
          >
            {hit?.shown}
          </ConversationRow>
        );
      })}
    </ul>
  );
}

/** The filters stay in the address when a conversation is opened; the message opened before does not. */
function rest(search: URLSearchParams): string {
  const next = new URLSearchParams(search);
  next.delete("at");
  return next.toString();
}

function address(query: string, at: string | undefined): string {
  const whole = [query, at && `at=${at}`].filter(Boolean).join("&");
  return whole === "" ? "" : `?${whole}`;
}
