import { LOCALES, useI18n } from "@/lib/i18n/i18n";
import { Choice } from "@/ui/choice";
import type { Locale } from "@/wire/schema";

/** Each language by its own name: whoever is lost in the other one finds it. */
const NAMES: Readonly<Record<Locale, string>> = { ru: "Русский", en: "English" };

export function LanguageSwitch() {
  const { t, locale, choose } = useI18n();
  return (
    <Choice
      label={t("account.language")}
      value={locale}
      options={LOCALES.map((value) => ({ value, label: NAMES[value] }))}
      onChange={(value) => void choose(value)}
    />
  );
}
