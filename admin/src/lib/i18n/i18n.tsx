import { createContext, use, useMemo, useState, type ReactNode } from "react";
import type { Locale } from "@/wire/schema";
import { stored } from "../preferences";
import { createTranslate, hasText, type TextKey, type Translate } from "./translate";

export const LOCALES: readonly Locale[] = ["ru", "en"];

export interface Loaded {
  locale: Locale;
  dictionary: unknown;
}

/** Each language is its own file, loaded when somebody reads it. */
export async function loadLocale(locale: Locale): Promise<Loaded> {
  const module = await (locale === "ru" ? import("./ru.json") : import("./en.json"));
  return { locale, dictionary: module.default };
}

/** The language before anybody has signed in. */
export function initialLocale(): Locale {
  return chosenLocale() ?? (navigator.language.startsWith("ru") ? "ru" : "en");
}

export function chosenLocale(): Locale | null {
  return stored("locale", LOCALES);
}

interface I18n {
  readonly locale: Locale;
  readonly t: Translate;
  /** The text of a key made of data, or null when there is none. */
  readonly maybe: (key: string, values?: Readonly<Record<string, string | number>>) => string | null;
  /** Somebody chose: it is kept. */
  readonly choose: (locale: Locale) => Promise<void>;
  /** The operator's own language, unless another was chosen on this device. */
  readonly adopt: (locale: Locale) => Promise<void>;
}

const I18nContext = createContext<I18n | null>(null);

export function I18nProvider({ initial, children }: { initial: Loaded; children: ReactNode }) {
  const [loaded, setLoaded] = useState(initial);

  const value = useMemo<I18n>(() => {
    const t = createTranslate(loaded.locale, loaded.dictionary);
    async function show(locale: Locale): Promise<void> {
      if (locale === loaded.locale) return;
      setLoaded(await loadLocale(locale));
      document.documentElement.lang = locale;
    }
    return {
      locale: loaded.locale,
      t,
      maybe: (key, values) => (hasText(loaded.dictionary, key) ? t(key, values) : null),
      choose(locale) {
        try {
          localStorage.setItem("otvet.locale", locale);
        } catch {
          // Storage is forbidden; the choice holds for this page.
        }
        return show(locale);
      },
      adopt: (locale) => (chosenLocale() === null ? show(locale) : Promise.resolve()),
    };
  }, [loaded]);

  return <I18nContext value={value}>{children}</I18nContext>;
}

export function useI18n(): I18n {
  const i18n = use(I18nContext);
  if (!i18n) throw new Error("I18nProvider is missing");
  return i18n;
}

export type { TextKey, Translate };
