import type { Locale } from "@/wire/schema";
import type agentEditor from "./areas/agentEditor.en.json";
import type analytics from "./areas/analytics.en.json";
import type apikeys from "./areas/apikeys.en.json";
import type ask from "./areas/ask.en.json";
import type assist from "./areas/assist.en.json";
import type audit from "./areas/audit.en.json";
import type cases from "./areas/cases.en.json";
import type composer from "./areas/composer.en.json";
import type corrections from "./areas/corrections.en.json";
import type desk from "./areas/desk.en.json";
import type documents from "./areas/documents.en.json";
import type entry from "./areas/entry.en.json";
import type files from "./areas/files.en.json";
import type finding from "./areas/finding.en.json";
import type keys from "./areas/keys.en.json";
import type knowledge from "./areas/knowledge.en.json";
import type labels from "./areas/labels.en.json";
import type mentions from "./areas/mentions.en.json";
import type palette from "./areas/palette.en.json";
import type people from "./areas/people.en.json";
import type playground from "./areas/playground.en.json";
import type policies from "./areas/policies.en.json";
import type privacy from "./areas/privacy.en.json";
import type profile from "./areas/profile.en.json";
import type refusals from "./areas/refusals.en.json";
import type replies from "./areas/replies.en.json";
import type settings from "./areas/settings.en.json";
import type sites from "./areas/sites.en.json";
import type talk from "./areas/talk.en.json";
import type teams from "./areas/teams.en.json";
import type trouble from "./areas/trouble.en.json";
import type webhooks from "./areas/webhooks.en.json";
import type why from "./areas/why.en.json";

/** Texts that come with the page that shows them; a line for each `areas/<area>.<language>.json`. */
export type AreaTexts = typeof agentEditor &
  typeof analytics &
  typeof apikeys &
  typeof ask &
  typeof assist &
  typeof audit &
  typeof cases &
  typeof composer &
  typeof corrections &
  typeof desk &
  typeof documents &
  typeof entry &
  typeof files &
  typeof finding &
  typeof keys &
  typeof knowledge &
  typeof labels &
  typeof mentions &
  typeof palette &
  typeof people &
  typeof playground &
  typeof policies &
  typeof privacy &
  typeof profile &
  typeof refusals &
  typeof replies &
  typeof settings &
  typeof sites &
  typeof talk &
  typeof teams &
  typeof trouble &
  typeof webhooks &
  typeof why;

export type Area = keyof AreaTexts;

type Texts = Record<string, unknown>;

const FILES = import.meta.glob<Texts>("./areas/*.json", { import: "default" });

/** An area's texts, under the area's own name. */
export async function loadArea(locale: Locale, area: Area): Promise<Texts> {
  const load = FILES[`./areas/${area}.${locale}.json`];
  if (!load) throw new Error(`no texts of ${area} in ${locale}`);
  return load();
}
