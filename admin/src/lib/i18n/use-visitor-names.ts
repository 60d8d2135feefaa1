import { useMemo } from "react";
import { visitorNames, type VisitorNames } from "../visitor-name";
import { useI18n } from "./i18n";

/** What visitors are called here whose names nobody knows. */
export function useVisitorNames(): VisitorNames {
  const { t } = useI18n();
  return useMemo(() => visitorNames(t("inbox.animals").split(" ")), [t]);
}
