import { createContext, use, useCallback, useRef, useState, type ReactNode } from "react";
import { Button } from "./button";
import { CloseIcon } from "./icons";

export interface Toast {
  text: string;
  action?: { label: string; run: () => void };
}

const SHOWN_MS = 6_000;

const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** Says a thing in passing; `action` takes it back. */
export function useToast(): (toast: Toast) => void {
  return use(ToastContext);
}

interface ToasterProps {
  dismissLabel: string;
  children: ReactNode;
}

/** One notice at a time: a newer one replaces it. It stays while the pointer or the focus is on it. */
export function Toaster({ dismissLabel, children }: ToasterProps) {
  const [toast, setToast] = useState<(Toast & { id: number }) | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const count = useRef(0);

  const hold = () => clearTimeout(timer.current);
  const release = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setToast(null), SHOWN_MS);
  }, []);
  const show = useCallback(
    (next: Toast) => {
      count.current += 1;
      setToast({ ...next, id: count.current });
      release();
    },
    [release],
  );

  return (
    <ToastContext value={show}>
      {children}
      <div
        role="status"
        className="pointer-events-none fixed inset-x-0 bottom-40 z-20 flex justify-center px-4"
      >
        {toast && (
          // The buttons inside are what is pressed; the notice itself only waits while it is looked at.
          // eslint-disable-next-line jsx-a11y/no-static-element-interactions
          <div
            key={toast.id}
            onPointerEnter={hold}
            onPointerLeave={release}
            onFocus={hold}
            onBlur={release}
            className="pointer-events-auto flex max-w-md animate-arrive items-center gap-1 rounded-lg bg-ink py-1 pr-1 pl-3.5 text-sm text-surface shadow-lg shadow-shade"
          >
            <span className="py-1.5 pr-2">{toast.text}</span>
            {toast.action && (
              <Button
                look="ghost"
                className="h-7 px-2 text-surface! underline underline-offset-2 hover:bg-surface/15!"
                onClick={() => {
                  toast.action?.run();
                  setToast(null);
                }}
              >
                {toast.action.label}
              </Button>
            )}
            <Button
              look="ghost"
              square
              aria-label={dismissLabel}
              className="size-7 text-surface! hover:bg-surface/15!"
              onClick={() => setToast(null)}
            >
              <CloseIcon />
            </Button>
          </div>
        )}
      </div>
    </ToastContext>
  );
}
