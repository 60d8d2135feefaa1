import { useId, type ComponentProps, type ReactNode } from "react";
import { cx } from "@/lib/cx";

export interface FieldProps extends ComponentProps<"input"> {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  trailing?: ReactNode;
}

/** A line of text with its label, a hint and what is wrong with it. */
export function Field({ label, hint, error, trailing, className, ...input }: FieldProps) {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`];
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <div className="relative">
        <input
          {...input}
          id={id}
          aria-invalid={error !== undefined}
          aria-describedby={described.filter(Boolean).join(" ") || undefined}
          className={cx(
            "h-10 w-full rounded-md border bg-surface px-3 text-base text-ink",
            "focus-visible:outline-offset-0 pointer-coarse:text-lg",
            error === undefined ? "border-line-strong" : "border-danger",
            trailing !== undefined && "pr-11",
            className,
          )}
        />
        {trailing}
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1.5 text-xs text-ink-faint">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="mt-1.5 text-sm text-danger-ink">
          {error}
        </p>
      )}
    </div>
  );
}
