import type { ComponentType } from "react";
import type { TextKey } from "@/lib/i18n/i18n";
import { withTexts } from "@/lib/i18n/with-texts";
import type { Role } from "@/wire/schema";

export const GROUPS = ["sites", "people", "answers", "data"] as const;

export interface SettingsSection {
  /** Its address below `/settings/`; addresses below its own are the section's. */
  path: string;
  name: TextKey;
  /** Under which heading it stands. */
  group: (typeof GROUPS)[number];
  roles: readonly Role[];
  Page: ComponentType;
  /** It needs more room than text does. */
  wide?: boolean;
}

const SUPERVISORS: readonly Role[] = ["supervisor", "admin"];
const ADMIN: readonly Role[] = ["admin"];

/** What can be set, in the order of the list; each section is a feature that comes when opened. */
export const SECTIONS: readonly SettingsSection[] = [
  {
    path: "sites",
    name: "settings.sections.sites",
    group: "sites",
    roles: ADMIN,
    wide: true,
    Page: withTexts(["sites"], async () => (await import("@/features/sites/sites-page")).SitesPage),
  },
  {
    path: "webhooks",
    name: "settings.sections.webhooks",
    group: "sites",
    roles: ADMIN,
    Page: withTexts(["webhooks"], async () => (await import("@/features/webhooks/webhooks-page")).WebhooksPage),
  },
  {
    path: "keys",
    name: "settings.sections.keys",
    group: "sites",
    roles: ADMIN,
    Page: withTexts(["apikeys"], async () => (await import("@/features/keys/keys-page")).KeysPage),
  },
  {
    path: "people",
    name: "settings.sections.people",
    group: "people",
    roles: ADMIN,
    Page: withTexts(["people", "entry"], async () => (await import("@/features/people/staff/people-page")).PeoplePage),
  },
  {
    path: "teams",
    name: "settings.sections.teams",
    group: "people",
    roles: SUPERVISORS,
    Page: withTexts(["teams"], async () => (await import("@/features/teams/teams-page")).TeamsPage),
  },
  {
    path: "replies",
    name: "settings.sections.replies",
    group: "answers",
    roles: ["operator", "supervisor", "admin"],
    Page: withTexts(["replies"], async () => (await import("@/features/replies/replies-page")).RepliesPage),
  },
  {
    path: "corrections",
    name: "settings.sections.corrections",
    group: "answers",
    roles: SUPERVISORS,
    Page: withTexts(
      ["corrections", "assist"],
      async () => (await import("@/features/corrections/corrections-page")).CorrectionsPage,
    ),
  },
  {
    path: "labels",
    name: "settings.sections.labels",
    group: "answers",
    roles: SUPERVISORS,
    Page: withTexts(["labels"], async () => (await import("@/features/labels/labels-page")).LabelsPage),
  },
  {
    path: "privacy",
    name: "settings.sections.privacy",
    group: "data",
    roles: ADMIN,
    Page: withTexts(["privacy"], async () => (await import("@/features/privacy/privacy-page")).PrivacyPage),
  },
  {
    path: "audit",
    name: "settings.sections.audit",
    group: "data",
    roles: ADMIN,
    Page: withTexts(["audit", "webhooks", "apikeys"], async () => (await import("@/features/audit/audit-page")).AuditPage),
  },
];
