import { useRef, type RefObject } from "react";
import { useNavigate } from "react-router";
import { useHotkeys } from "@/lib/hotkeys";
import { paths } from "@/lib/paths";
import { toggle } from "@/lib/selection";
import { VIEWS } from "@/lib/views";

/**
 * j/k and the arrows move the focus along the rows, which are links: Enter opens by itself.
 * When the focused row has gone to another view, the next press goes on from its place.
 */
export function useListKeys(list: RefObject<HTMLElement | null>, current: string | undefined): void {
  const navigate = useNavigate();
  const last = useRef(-1);

  function rows(): HTMLElement[] {
    return [...(list.current?.querySelectorAll<HTMLElement>("[data-conversation-id]") ?? [])];
  }

  function move(step: number): void {
    const made = rows();
    const focused = made.find((row) => row === document.activeElement);
    const opened = made.find((row) => row.dataset.conversationId === current);
    // Where the list ends its last row is near, and made.
    const from = focused ?? opened;
    const to = Math.max(0, (from ? Number(from.dataset.index) : last.current) + step);
    const target = made.find((row) => Number(row.dataset.index) === to) ?? (step > 0 ? made.at(-1) : made[0]);
    if (!target) return;
    last.current = Number(target.dataset.index);
    target.focus();
    target.scrollIntoView({ block: "nearest" });
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
    x: () => {
      const id = rows().find((row) => row === document.activeElement)?.dataset.conversationId ?? current;
      if (id !== undefined) toggle(id);
    },
    "1": goTo(0),
    "2": goTo(1),
    "3": goTo(2),
    "4": goTo(3),
    "5": goTo(4),
  });
}
