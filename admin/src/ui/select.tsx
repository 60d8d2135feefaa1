import { useId, type ReactNode } from "react";
import { cx } from "@/lib/cx";
import { ChevronIcon } from "./icons";

interface SelectProps {
  label: string;
  /** The label is read out alone: what stands in the field tells those who see it. */
  quiet?: boolean;
  value: string;
  onChange: (value: string) => void;
  className?: string;
  children: ReactNode;
}

/** The platform's own choice of one among many. */
export function Select({ label, quiet = false, value, onChange, className, children }: SelectProps) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className={quiet ? "sr-only" : "mb-1.5 block text-sm font-medium"}>
        {label}
      </label>
      <div className="relative">
        <select
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={cx(
            "w-full appearance-none truncate rounded-md border bg-surface pr-8 pl-3 text-ink focus-visible:outline-offset-0",
            quiet ? "h-8 border-line text-sm pointer-coarse:h-10" : "h-10 border-line-strong text-base pointer-coarse:text-lg",
          )}
        >
          {children}
        </select>
        <ChevronIcon className="pointer-events-none absolute top-1/2 right-2.5 size-3.5 -translate-y-1/2 rotate-90 text-ink-faint" />
      </div>
    </div>
  );
}
