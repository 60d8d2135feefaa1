import type { Locale, Reply } from "@/wire/schema";
import { folded, otherLayout } from "./layout";

/** What is put in place of `{name}`; the same names as `shared/domain/replies.py`. */
export const VARIABLES = ["visitor.name", "operator.name", "site.name", "agent.name"] as const;
export type Variable = (typeof VARIABLES)[number];
export type VariableValues = Readonly<Record<Variable, string>>;

const VARIABLE = /\{\s*([\p{L}\p{N}_. -]{1,40}?)\s*\}/gu;

export function unknownVariables(text: string): readonly string[] {
  const names = [...text.matchAll(VARIABLE)].map(([, name]) => name ?? "");
  return [...new Set(names.filter((name) => !isVariable(name)))];
}

export function filled(text: string, values: VariableValues): string {
  return text.replace(VARIABLE, (whole, name: string) => (isVariable(name) ? values[name] : whole));
}

/** The text in a language, else in the one there is. */
export function textOf(reply: Pick<Reply, "texts">, locale: Locale): string {
  return reply.texts[locale] ?? Object.values(reply.texts)[0] ?? "";
}

/** Replies that fit what is typed, under either layout; a shortcut counts before a title and a text. */
export function matching(replies: readonly Reply[], query: string): readonly Reply[] {
  const words = [folded(query), folded(otherLayout(query.toLocaleLowerCase()))];
  if (words[0] === "") return replies;
  return replies
    .map((reply) => ({ reply, rank: Math.min(...words.map((word) => rank(reply, word))) }))
    .filter((each) => each.rank < Infinity)
    .sort((a, b) => a.rank - b.rank)
    .map((each) => each.reply);
}

function rank(reply: Reply, word: string): number {
  const shortcut = folded(reply.shortcut);
  if (shortcut.startsWith(word)) return 0;
  if (shortcut.includes(word)) return 1;
  if (folded(reply.title).includes(word)) return 2;
  return Object.values(reply.texts).some((text) => folded(text).includes(word)) ? 3 : Infinity;
}

function isVariable(name: string): name is Variable {
  return (VARIABLES as readonly string[]).includes(name);
}
