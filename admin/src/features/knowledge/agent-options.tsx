import { placeOf, type Site } from "./knowledge";

/** All agents to choose from, under their site where there are several. */
export function AgentOptions({ sites }: { sites: readonly Site[] }) {
  const groups = sites.map((site) => ({
    site,
    options: site.agents.map((agent) => (
      <option key={agent.slug} value={placeOf(site.key, agent.slug)}>
        {agent.name}
      </option>
    )),
  }));
  if (groups.length === 1) return groups[0]?.options;
  return groups.map(({ site, options }) => (
    <optgroup key={site.key} label={site.name}>
      {options}
    </optgroup>
  ));
}
