import type { CSSProperties } from "react";
import { cx } from "@/lib/cx";
import { initials } from "@/lib/initials";
import { hueOf } from "@/lib/visitor-name";

interface VisitorAvatarProps {
  /** As the server has it: the tint is made of it. */
  name: string;
  /** As it is shown. */
  shown: string;
  className?: string;
}

/** Somebody who asks, as a letter on a tint of their own; the name itself stands beside it. */
export function VisitorAvatar({ name, shown, className }: VisitorAvatarProps) {
  return (
    <span
      aria-hidden="true"
      // Drawn, not written: the picture must not be read out, searched for or copied.
      data-initials={initials(shown.replace(/\s\d+$/, ""))}
      style={{ "--hue": hueOf(name) } as CSSProperties}
      className={cx(
        "grid size-8 shrink-0 place-items-center rounded-full bg-visitor text-xs font-semibold text-visitor-ink before:content-[attr(data-initials)]",
        className,
      )}
    />
  );
}
