import { useCallback } from "react";
import type { ApiError } from "../api-error";
import { useI18n } from "./i18n";

/**
 * A refusal as a sentence: ours for a known code, the server's own for one that is newer than we.
 * What only some pages can be refused comes with those (`refusals`).
 */
export function useErrorText(): (error: ApiError) => string {
  const { t, maybe } = useI18n();
  return useCallback(
    (error) => {
      const sentence =
        maybe(`errors.codes.${error.code}`) ?? maybe(`refusals.${error.code}`) ?? error.message;
      if (error.retryAfter === null) return sentence;
      return `${sentence} ${t("errors.retryAfter", { count: error.retryAfter })}`;
    },
    [t, maybe],
  );
}
