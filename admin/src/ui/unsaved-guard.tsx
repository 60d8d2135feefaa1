import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { Button } from "./button";
import { Dialog } from "./dialog";

interface UnsavedGuardProps {
  /** Whether there is something to lose. */
  when: boolean;
  title: string;
  text: string;
  stay: string;
  leave: string;
}

/** Asks before a link, or the closing of the tab, loses what is not saved. */
export function UnsavedGuard({ when, title, text, stay, leave }: UnsavedGuardProps) {
  const navigate = useNavigate();
  const [target, setTarget] = useState<string | null>(null);

  useEffect(() => {
    if (!when) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    const catchLink = (event: MouseEvent) => {
      const address = addressOf(event);
      if (address === null) return;
      event.preventDefault();
      event.stopPropagation();
      setTarget(address);
    };
    window.addEventListener("beforeunload", ask);
    // Before the router's own listener, which hears a click when it has come up to the root.
    document.addEventListener("click", catchLink, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", ask);
      document.removeEventListener("click", catchLink, { capture: true });
    };
  }, [when]);

  return (
    <Dialog open={target !== null} onClose={() => setTarget(null)} title={title}>
      <p className="mt-1.5 text-sm text-pretty text-ink-soft">{text}</p>
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button data-initial-focus onClick={() => setTarget(null)}>
          {stay}
        </Button>
        <Button
          look="danger"
          onClick={() => {
            setTarget(null);
            if (target !== null) void navigate(target);
          }}
        >
          {leave}
        </Button>
      </div>
    </Dialog>
  );
}

const BASE = "/admin";

/** Where a plain click on a link of the console leads away to; null for any other click. */
function addressOf(event: MouseEvent): string | null {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!isPlain || !link || link.target === "_blank" || link.origin !== location.origin) return null;
  if (link.pathname === location.pathname) return null;
  const path = link.pathname.startsWith(`${BASE}/`) ? link.pathname.slice(BASE.length) : link.pathname;
  return path + link.search;
}
