import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import type { Command } from "@/lib/commands";
import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import { SearchIcon } from "@/ui/icons";
import { Kbd } from "@/ui/kbd";
import { useEntries } from "./use-entries";

interface PaletteProps {
  onClose: () => void;
  onKeys: () => void;
}

/** Everything that can be done, found by typing (the combobox pattern of the ARIA guide). */
export function Palette({ onClose, onKeys }: PaletteProps) {
  const { t } = useI18n();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const groups = useEntries(typed, onKeys);
  const flat = groups.flatMap((group) => group.commands);
  const chosen = flat[Math.min(active, flat.length - 1)];
  const optionId = (command: Command) => `${id}-${command.id}`;
  const chosenId = chosen && optionId(chosen);

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    if (chosenId !== undefined) document.getElementById(chosenId)?.scrollIntoView({ block: "nearest" });
  }, [chosenId]);

  function run(command: Command): void {
    // Closed first: what the command opens may want the focus.
    dialog.current?.close();
    onClose();
    command.run();
  }

  function press(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined && flat.length > 0) {
      event.preventDefault();
      setActive((Math.min(active, flat.length - 1) + step + flat.length) % flat.length);
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing && chosen) {
      event.preventDefault();
      run(chosen);
    }
  }

  return (
    // A press on the backdrop is a press on the dialog element itself; Esc does the same by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      aria-label={t("palette.title")}
      data-testid="palette"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className="mx-auto mt-[12dvh] mb-auto w-[calc(100%-2rem)] max-w-xl overflow-hidden rounded-xl border border-line bg-raised p-0 text-ink shadow-2xl shadow-shade open:animate-arrive"
    >
      <div className="relative border-b border-line">
        <SearchIcon className="pointer-events-none absolute top-1/2 left-4 -translate-y-1/2 text-ink-faint" />
        <input
          type="text"
          role="combobox"
          aria-label={t("palette.title")}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={chosenId}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          placeholder={t("palette.placeholder")}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(0);
          }}
          onKeyDown={press}
          className="h-12 w-full bg-transparent pr-4 pl-10 text-base outline-none"
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={t("palette.title")} className="max-h-[min(24rem,60dvh)] overflow-y-auto p-1.5">
        {groups.map((group) => (
          <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`}>
            <p id={`${id}-${group.id}`} className="px-2.5 pt-2 pb-1 text-xs font-medium text-ink-faint">
              {group.title}
            </p>
            {group.commands.map((command) => (
              <Option
                key={command.id}
                id={optionId(command)}
                command={command}
                active={command === chosen}
                onPoint={() => setActive(flat.indexOf(command))}
                onRun={() => run(command)}
              />
            ))}
          </div>
        ))}
      </div>
      <p role="status" className={flat.length === 0 ? "px-4 pt-2 pb-5 text-sm text-ink-soft" : "sr-only"}>
        {flat.length === 0 ? t("palette.nothing") : t("palette.count", { count: flat.length })}
      </p>
    </dialog>
  );
}

interface OptionProps {
  id: string;
  command: Command;
  active: boolean;
  onPoint: () => void;
  onRun: () => void;
}

function Option({ id, command, active, onPoint, onRun }: OptionProps) {
  return (
    // The keyboard is the field's: an option is never focused.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="option"
      aria-selected={active}
      onMouseMove={onPoint}
      onClick={onRun}
      className={cx(
        "flex min-h-9 cursor-pointer items-center justify-between gap-3 rounded-md px-2.5 text-sm pointer-coarse:min-h-11",
        active && "bg-selected text-accent-ink",
      )}
    >
      <span className="min-w-0 truncate">{command.title}</span>
      {command.keys && (
        <span className="flex shrink-0 gap-1">
          {command.keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </span>
      )}
    </div>
  );
}
