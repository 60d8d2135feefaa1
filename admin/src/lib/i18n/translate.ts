import type { Locale } from "@/wire/schema";
import type { AreaTexts } from "./areas";
import type en from "./en.json";

type Dictionary = typeof en & AreaTexts;

/** Dotted keys of the dictionary; a leaf is a sentence or its plural forms. */
type Keys<T> = {
  [K in keyof T & string]: T[K] extends string | { other: string } ? K : `${K}.${Keys<T[K]>}`;
}[keyof T & string];

export type TextKey = Keys<Dictionary>;
export type Values = Readonly<Record<string, string | number>>;
export type Translate = (key: TextKey, values?: Values) => string;

/** Looks a sentence up and fills it in; `count` chooses the plural form. */
export function createTranslate(locale: Locale, dictionary: unknown): Translate {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);

  return (key, values = {}) => {
    const leaf = find(dictionary, key);
    const text = typeof leaf === "string" ? leaf : form(leaf, plurals.select(Number(values.count)));
    return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = values[name];
      if (value === undefined) return placeholder;
      return typeof value === "number" ? numbers.format(value) : value;
    });
  };
}

function find(dictionary: unknown, key: string): unknown {
  return key
    .split(".")
    .reduce<unknown>((node, part) => (isRecord(node) ? node[part] : undefined), dictionary);
}

function form(leaf: unknown, category: string): string {
  if (!isRecord(leaf)) return "";
  const text = leaf[category] ?? leaf.other;
  return typeof text === "string" ? text : "";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Whether the dictionary has this key, for keys that are made of data. */
export function hasText(dictionary: unknown, key: string): key is TextKey {
  return typeof find(dictionary, key) === "string";
}
