import { createContext, use, useMemo, useState, type ReactNode } from "react";
import type { Locale } from "@/wire/schema";
import { stored } from "../preferences";
import { loadArea, type Area } from "./areas";
import { createTranslate, hasText, type TextKey, type Translate } from "./translate";

export const LOCALES: readonly Locale[] = ["ru", "en"];

export interface Loaded {
  readonly locale: Locale;
  /** Grows by the areas that are asked for. */
  readonly dictionary: Record<string, unknown>;
  /** What is on its way or there. */
  readonly areas: Map<Area, Promise<void>>;
}

/** Each language is its own file, loaded when somebody reads it. */
export async function loadLocale(locale: Locale): Promise<Loaded> {
  const module = await (locale === "ru" ? import("./ru.json") : import("./en.json"));
  return { locale, dictionary: { ...module.default }, areas: new Map() };
}

/** Adds an area's texts to the dictionary, once; what failed is tried again when asked for again. */
function fetchArea({ locale, dictionary, areas }: Loaded, area: Area): Promise<void> {
  const known = areas.get(area);
  if (known) return known;
  const coming = loadArea(locale, area).then(
    (texts) => void Object.assign(dictionary, texts),
    (error: unknown) => {
      areas.delete(area);
      throw error;
    },
  );
  areas.set(area, coming);
  return coming;
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
  /** Whether an area's texts are there, and the promise of them. */
  readonly area: (area: Area) => { ready: boolean; coming: Promise<void> };
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
      const next = await loadLocale(locale);
      await Promise.all([...loaded.areas.keys()].map((area) => fetchArea(next, area)));
      setLoaded(next);
      document.documentElement.lang = locale;
    }
    return {
      locale: loaded.locale,
      t,
      maybe: (key, values) => (hasText(loaded.dictionary, key) ? t(key, values) : null),
      area: (area) => ({
        ready: area in loaded.dictionary,
        coming: fetchArea(loaded, area),
      }),
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

export type { Area, TextKey, Translate };
