import { useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { cx } from "@/lib/cx";
import type { KeyHandler, Pick } from "./use-pick";

export interface Option {
  id: string;
  title: string;
  hint?: string | undefined;
  detail?: string | undefined;
}

interface PickerListProps {
  label: string;
  options: readonly Option[];
  /** What stands there instead of options. */
  instead: string | null;
  pick: Pick;
  onPick: (id: string) => void;
}

/** Choices above the field that is typed in; the focus stays in the field. */
export function PickerList({ label, options, instead, pick, onPick }: PickerListProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const found = options.findIndex((option) => option.id === chosen);
  const index = Math.max(0, found);
  const current = options[index];
  const { keysRef, setActive, close } = pick;

  const handle: KeyHandler = useEffectEvent((event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      close();
      return true;
    }
    if (!current || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : options.length - 1;
      const next = options[(index + step) % options.length];
      setChosen(next?.id ?? null);
      list.current?.children[(index + step) % options.length]?.scrollIntoView({ block: "nearest" });
      return true;
    }
    if ((event.key === "Enter" && !event.shiftKey) || event.key === "Tab") {
      event.preventDefault();
      onPick(current.id);
      return true;
    }
    return false;
  });

  useEffect(() => {
    keysRef.current = (event) => handle(event);
    return () => {
      keysRef.current = null;
    };
  }, [keysRef]);
  const active = current && `${id}-${current.id}`;
  useEffect(() => {
    setActive(active);
    return () => setActive(undefined);
  }, [active, setActive]);

  return (
    <div className="absolute inset-x-0 bottom-full z-10 mb-2 overflow-hidden rounded-xl border border-line bg-raised shadow-xl shadow-shade">
      <p className="border-b border-line px-3 py-1.5 text-xs font-semibold text-ink-faint">{label}</p>
      {instead === null ? (
        <div ref={list} role="listbox" aria-label={label} className="max-h-64 overflow-y-auto overscroll-contain p-1">
          {options.map((option) => (
            // The keyboard works from the field, where the focus is.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              tabIndex={-1}
              key={option.id}
              id={`${id}-${option.id}`}
              role="option"
              aria-selected={option === current}
              // Pressing must not take the focus out of the field.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onPick(option.id)}
              className={cx("cursor-pointer rounded-md px-2 py-1.5", option === current ? "bg-selected" : "hover:bg-hover")}
            >
              <span className="flex items-baseline gap-2 text-sm">
                <span className="truncate font-medium">{option.title}</span>
                {option.hint !== undefined && <span className="shrink-0 text-xs text-ink-faint">{option.hint}</span>}
              </span>
              {option.detail !== undefined && (
                <span className="mt-0.5 line-clamp-2 block text-xs text-ink-soft">{option.detail}</span>
              )}
            </div>
          ))}
        </div>
      ) : (
        <p role="status" className="px-3 py-2.5 text-sm text-ink-soft">
          {instead}
        </p>
      )}
    </div>
  );
}
