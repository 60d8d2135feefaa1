import type { ReactNode } from "react";
import { cx } from "@/lib/cx";

interface KbdProps {
  children: ReactNode;
  onAccent?: boolean;
  className?: string;
}

/** A key. Beside a button it is decoration: not read out, and not shown where there is no keyboard. */
export function Kbd({ children, onAccent, className }: KbdProps) {
  return (
    <kbd
      aria-hidden="true"
      className={cx(
        "inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm px-1 font-sans text-2xs font-medium keyless:hidden",
        onAccent ? "border border-on-accent/45 text-on-accent" : "border border-line bg-sunken text-ink-faint",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
