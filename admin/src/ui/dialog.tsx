import { useEffect, useId, useRef, type ReactNode } from "react";
import { cx } from "@/lib/cx";

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  wide?: boolean | "very";
}

/**
 * The platform's own modal: it keeps the focus in, makes the page inert and closes on Esc. The
 * focus goes to what is marked `data-initial-focus`, else to the first control.
 */
export function Dialog({ open, onClose, title, children, wide }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();

  useEffect(() => {
    const dialog = element.current;
    if (!dialog || !open) return;
    dialog.showModal();
    dialog.querySelector<HTMLElement>("[data-initial-focus]")?.focus();
    return () => dialog.close();
  }, [open]);

  if (!open) return null;
  return (
    // A press on the backdrop is a press on the dialog element itself; Esc does the same by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={element}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        // React lets it rise to the dialog that this one was opened from, which is not to close.
        event.stopPropagation();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className={cx(
        "m-auto max-h-[90dvh] w-[calc(100%-2rem)] overflow-auto rounded-xl border border-line bg-raised p-0",
        "text-ink shadow-2xl shadow-shade open:animate-arrive",
        wide === "very" ? "max-w-4xl" : wide ? "max-w-xl" : "max-w-sm",
      )}
    >
      <div className="p-5">
        <h2 id={heading} className="text-lg font-semibold">
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  );
}
