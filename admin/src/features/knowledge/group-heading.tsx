import { agentName, type Group } from "./knowledge";

interface GroupHeadingProps {
  id: string;
  group: Group<unknown>;
  /** Whether the site is said as well. */
  several: boolean;
  count: number;
}

/** Whose documents follow. */
export function GroupHeading({ id, group, several, count }: GroupHeadingProps) {
  return (
    <h2
      id={id}
      className="sticky top-0 z-1 flex items-baseline gap-2 border-b border-line bg-sunken px-4 py-1.5 text-xs font-semibold text-ink-soft"
    >
      {agentName(group.site, group.agent)}
      {several && <span className="truncate font-normal text-ink-faint">{group.site.name}</span>}
      <span className="tabular ml-auto font-normal text-ink-faint">{count}</span>
    </h2>
  );
}
