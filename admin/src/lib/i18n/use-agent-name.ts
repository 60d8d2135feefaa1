import { useCallback } from "react";
import { useKnownAgents } from "../agents";
import { useI18n } from "./i18n";

/**
 * An agent's name for people. The wire has its slug: it is called as its sites call it, or, while
 * that is not known or the sites differ, as the default five are, or by its slug.
 */
export function useAgentName(): (slug: string | null | undefined) => string {
  const { t, maybe } = useI18n();
  const known = useKnownAgents();
  return useCallback(
    (slug) => {
      if (!slug) return t("agents.any");
      const names = new Set(known?.items.filter((agent) => agent.slug === slug).map(({ name }) => name));
      const [only, another] = names;
      if (only !== undefined && another === undefined) return only;
      return maybe(`agents.${slug}`) ?? slug.charAt(0).toLocaleUpperCase() + slug.slice(1);
    },
    [t, maybe, known],
  );
}
