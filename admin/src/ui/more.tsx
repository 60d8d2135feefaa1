import { useEffect, useRef } from "react";
import { Button } from "./button";

interface MoreProps {
  label: string;
  loading?: boolean;
  /** Why the rest did not come; then it comes by the button alone. */
  failure?: string | null;
  load: () => void;
}

/** The rest comes when the end of what there is is near; the button is for those who do not scroll. */
export function More({ label, loading = false, failure = null, load }: MoreProps) {
  const element = useRef<HTMLDivElement>(null);
  const waits = loading || failure !== null;

  useEffect(() => {
    const target = element.current;
    if (!target || waits) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) load();
      },
      { rootMargin: "400px" },
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [waits, load]);

  return (
    <div ref={element} className="flex flex-col items-center gap-2 p-4 text-sm text-ink-faint">
      {failure !== null && <p role="alert">{failure}</p>}
      <Button look="ghost" disabled={loading} onClick={load}>
        {label}
      </Button>
    </div>
  );
}
