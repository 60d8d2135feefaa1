import type { AgentPut, AgentSettings, Locale } from "@/wire/schema";

export const LANGUAGES: readonly Locale[] = ["ru", "en"];
export const INSTRUCTIONS_LIMIT = 2_000;
const MOST_EXAMPLES = 10;
const EXAMPLE_LIMIT = 200;

type Texts = Readonly<Record<Locale, string>>;

/** An agent as it is typed: of the examples one a line. */
export interface AgentForm {
  readonly name: Texts;
  readonly subject: Texts;
  readonly examples: Texts;
  readonly instructions: Texts;
  readonly knowledge: AgentSettings["knowledge"];
  readonly adapter: string | null;
}

export function toForm(agent: AgentSettings): AgentForm {
  const { ru, en } = agent.examples;
  return {
    name: texts(agent.name),
    subject: texts(agent.subject),
    examples: { ru: ru.join("\n"), en: en.join("\n") },
    instructions: texts(agent.instructions),
    knowledge: agent.knowledge,
    adapter: agent.adapter ?? null,
  };
}

export function toBody(form: AgentForm, version: number): AgentPut {
  return { ...form, examples: { ru: lines(form.examples.ru), en: lines(form.examples.en) }, version };
}

export interface AgentProblems {
  readonly name: boolean;
  readonly subject: boolean;
  readonly examples: Readonly<Record<Locale, boolean>>;
  readonly instructions: Readonly<Record<Locale, boolean>>;
}

/** What the server would refuse. */
export function problemsOf(form: AgentForm): AgentProblems {
  const many = (text: string) => {
    const all = lines(text);
    return all.length > MOST_EXAMPLES || all.some((line) => Array.from(line).length > EXAMPLE_LIMIT);
  };
  const long = (text: string) => Array.from(text).length > INSTRUCTIONS_LIMIT;
  return {
    name: isBlank(form.name),
    subject: isBlank(form.subject),
    examples: { ru: many(form.examples.ru), en: many(form.examples.en) },
    instructions: { ru: long(form.instructions.ru), en: long(form.instructions.en) },
  };
}

export function hasProblems({ name, subject, examples, instructions }: AgentProblems): boolean {
  return name || subject || examples.ru || examples.en || instructions.ru || instructions.en;
}

export function isSame(one: AgentForm, other: AgentForm): boolean {
  return JSON.stringify(toBody(one, 0)) === JSON.stringify(toBody(other, 0));
}

/** What an agent is called, in a language or in whatever there is. */
export function called(texts: Texts, locale: Locale): string {
  return [texts[locale], texts.ru, texts.en].find((text) => text !== "") ?? "";
}

function texts({ ru, en }: Texts): Texts {
  return { ru, en };
}

function lines(text: string): string[] {
  return [...new Set(text.split("\n").map((line) => line.trim()).filter(Boolean))];
}

function isBlank({ ru, en }: Texts): boolean {
  return ru.trim() === "" && en.trim() === "";
}
