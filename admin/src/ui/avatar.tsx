import { initials } from "@/lib/initials";

/** Somebody of the team, as a small picture of their name; the name itself stands beside it. */
export function Avatar({ name }: { name: string }) {
  return (
    <span
      aria-hidden="true"
      // Drawn, not written: the picture must not be read out, searched for or copied.
      data-initials={initials(name)}
      className="inline-grid size-5 shrink-0 place-items-center rounded-full bg-accent-tint text-2xs font-semibold text-accent-ink before:content-[attr(data-initials)]"
    />
  );
}
