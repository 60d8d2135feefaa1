import type { Greeting, Locale, OperatorHours, SiteDetail, SiteLook, WidgetSettings } from "@/wire/schema";

interface Parts {
  look: SiteLook;
  greeting: Greeting;
  hours?: OperatorHours | null;
}

/** What a widget would be told of a site that looks so: the preview is told the same. */
export function widgetSettings(site: SiteDetail, { look, greeting, hours = null }: Parts, locale: Locale): WidgetSettings {
  const { accent, theme, side, icon, label, logo } = look;
  return {
    site_name: site.name,
    locale,
    greeting: greeting[locale] || greeting[locale === "ru" ? "en" : "ru"],
    agents: [],
    examples: [],
    text_limit: site.limits.text_limit ?? site.defaults.text_limit ?? 4_000,
    look: { accent, theme, side, icon, logo, label: { ru: label.ru, en: label.en } },
    title: look.title[locale],
    placeholder: look.placeholder[locale],
    hours,
    uploads: site.limits.uploads,
    transport: { kind: "socket" },
  };
}
