import { useCallback } from "react";
import { useI18n } from "./i18n";

/** An agent's name for people. The wire has its slug; the default five are known by name. */
export function useAgentName(): (slug: string | null | undefined) => string {
  const { t, maybe } = useI18n();
  return useCallback(
    (slug) => {
      if (!slug) return t("agents.any");
      return maybe(`agents.${slug}`) ?? slug.charAt(0).toLocaleUpperCase() + slug.slice(1);
    },
    [t, maybe],
  );
}
