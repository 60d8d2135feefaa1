import type { Locale } from "@/wire/schema";
import type analytics from "./areas/analytics.en.json";
import type audit from "./areas/audit.en.json";
import type finding from "./areas/finding.en.json";
import type knowledge from "./areas/knowledge.en.json";
import type labels from "./areas/labels.en.json";
import type palette from "./areas/palette.en.json";
import type policies from "./areas/policies.en.json";
import type settings from "./areas/settings.en.json";
import type why from "./areas/why.en.json";

/** Texts that come with the page that shows them; a line for each `areas/<area>.<language>.json`. */
export type AreaTexts = typeof analytics &
  typeof audit &
  typeof finding &
  typeof knowledge &
  typeof labels &
  typeof palette &
  typeof policies &
  typeof settings &
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
