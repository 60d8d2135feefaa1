import { useRef, type RefObject } from "react";
import { useNavigate } from "react-router";
import { useHotkeys } from "@/lib/hotkeys";
import { paths } from "@/lib/paths";
import { VIEWS } from "@/lib/views";

/**
 * j/k and the arrows move the focus along the rows, which are links: Enter opens by itself.
 * When the focused row has gone to another view, the next press goes on from its place.
 */
export function useListKeys(list: RefObject<HTMLElement | null>, current: string | undefined): void {
  const navigate = useNavigate();
  const last = useRef(-1);

  function move(step: number): void {
    const rows = [
      ...(list.current?.querySelectorAll<HTMLElement>("[data-conversation-id]") ?? []),
    ];
    if (rows.length === 0) return;
    const focused = rows.findIndex((row) => row === document.activeElement);
    const opened = rows.findIndex((row) => row.dataset.conversationId === current);
    const from = focused >= 0 ? focused : opened >= 0 ? opened : Math.min(last.current, rows.length);
    const to = Math.max(0, Math.min(rows.length - 1, from + step));
    last.current = to;
    rows[to]?.focus();
    rows[to]?.scrollIntoView({ block: "nearest" });
  }

  const goTo = (index: number) => () => {
    const view = VIEWS[index];
    if (view) void navigate(paths.inbox(view));
  };

  useHotkeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    "1": goTo(0),
    "2": goTo(1),
    "3": goTo(2),
    "4": goTo(3),
    "5": goTo(4),
  });
}
