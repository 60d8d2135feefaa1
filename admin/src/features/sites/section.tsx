import type { ReactNode } from "react";

interface SectionProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

/** A part of a page about a site, with its heading. */
export function Section({ title, lead, children }: SectionProps) {
  return (
    <section className="border-b border-line py-5 last:border-0">
      <h3 className="text-base font-semibold">{title}</h3>
      {lead !== undefined && <div className="mt-1 max-w-prose text-sm text-pretty text-ink-soft">{lead}</div>}
      <div className="mt-3 space-y-4">{children}</div>
    </section>
  );
}
