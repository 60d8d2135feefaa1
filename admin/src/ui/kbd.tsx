import type { ReactNode } from "react";
import { cx } from "@/lib/cx";

/** A key. Beside a button it is decoration: not read out, and not shown where there is no keyboard. */
export function Kbd({ children, onAccent }: { children: ReactNode; onAccent?: boolean }) {
  return (
    <kbd
      aria-hidden="true"
      className={cx(
        "hidden h-4.5 min-w-4.5 items-center justify-center rounded-sm px-1 font-sans text-2xs font-medium",
        "pointer-fine:inline-flex",
        onAccent ? "border border-on-accent/45 text-on-accent" : "border border-line bg-sunken text-ink-faint",
      )}
    >
      {children}
    </kbd>
  );
}
