import { useEffect, useId, useRef, type ReactNode } from "react";
import { Button } from "./button";
import { CloseIcon } from "./icons";
import { useIsPhone } from "./use-is-phone";

interface SidePanelProps {
  title: string;
  closeLabel: string;
  onClose: () => void;
  testId?: string;
  children: ReactNode;
}

/**
 * What stands beside a page and leaves it usable; on a phone a sheet over it, which is modal. The
 * focus comes in with it and goes back with it. Beside the page, Esc is the page's to hear.
 */
export function SidePanel({ title, closeLabel, onClose, testId, children }: SidePanelProps) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const modal = useIsPhone();

  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    return () => {
      const now = document.activeElement;
      // Who has gone on to something else meanwhile stays there.
      const isLost = now === null || now === document.body || dialog?.contains(now);
      if (isLost && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  useEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    if (modal) dialog.showModal();
    else dialog.show();
    heading.current?.focus();
    return () => dialog.close();
  }, [modal]);

  return (
    <dialog
      ref={element}
      data-testid={testId}
      data-beside={modal ? undefined : ""}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className="m-0 h-full max-h-none w-full max-w-none flex-col border-line bg-surface p-0 text-ink open:flex open:animate-arrive max-md:fixed max-md:inset-0 max-md:h-dvh md:absolute md:inset-y-0 md:right-0 md:left-auto md:z-10 md:w-100 md:max-w-full md:border-l md:shadow-2xl md:shadow-shade xl:static xl:shrink-0 xl:shadow-none"
    >
      <div className="flex h-14 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
        <h2
          ref={heading}
          id={id}
          tabIndex={-1}
          className="min-w-0 grow text-base font-semibold outline-none"
        >
          {title}
        </h2>
        <Button look="ghost" square aria-label={closeLabel} onClick={onClose}>
          <CloseIcon />
        </Button>
      </div>
      {/* A region that scrolls must be reachable by the keyboard. */}
      <div
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-labelledby={id}
        className="min-h-0 grow overflow-y-auto overscroll-contain outline-offset-[-2px]!"
      >
        {children}
      </div>
    </dialog>
  );
}
