import type { ComponentProps } from "react";
import { cx } from "@/lib/cx";

type Look = "primary" | "plain" | "ghost" | "danger" | "note";

const LOOKS: Readonly<Record<Look, string>> = {
  primary: "bg-accent text-on-accent hover:bg-accent-hover",
  plain: "border border-line bg-surface text-ink hover:bg-hover",
  ghost: "text-ink-soft hover:bg-hover hover:text-ink",
  note: "bg-note-strong text-on-note hover:opacity-90",
  danger: "bg-danger text-on-danger hover:bg-danger-hover",
};

interface ButtonProps extends ComponentProps<"button"> {
  look?: Look;
  /** Only a picture inside: give it an `aria-label`. */
  square?: boolean;
}

export function Button({ look = "plain", square, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={cx(
        "inline-flex h-8 shrink-0 items-center justify-center gap-1.5 rounded-md text-sm font-medium",
        "whitespace-nowrap transition-colors select-none",
        "disabled:pointer-events-none disabled:opacity-50",
        "pointer-coarse:h-10",
        square ? "w-8 pointer-coarse:w-10" : "px-3",
        LOOKS[look],
        className,
      )}
    />
  );
}
