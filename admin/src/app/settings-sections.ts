import type { ComponentType } from "react";
import type { TextKey } from "@/lib/i18n/i18n";
import { withTexts } from "@/lib/i18n/with-texts";
import type { Role } from "@/wire/schema";

export interface SettingsSection {
  /** Its address below `/settings/`; addresses below its own are the section's. */
  path: string;
  name: TextKey;
  roles: readonly Role[];
  Page: ComponentType;
}

const ADMIN: readonly Role[] = ["admin"];
const SUPERVISORS: readonly Role[] = ["supervisor", "admin"];

/** What can be set, in the order of the list; each section is a feature that comes when opened. */
export const SECTIONS: readonly SettingsSection[] = [
  {
    path: "labels",
    name: "settings.sections.labels",
    roles: SUPERVISORS,
    Page: withTexts(["labels"], async () => (await import("@/features/labels/labels-page")).LabelsPage),
  },
  {
    path: "audit",
    name: "settings.sections.audit",
    roles: ADMIN,
    Page: withTexts(["audit"], async () => (await import("@/features/audit/audit-page")).AuditPage),
  },
];
