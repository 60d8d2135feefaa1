import type { Translate } from "@/lib/i18n/i18n";
import { unknownVariables } from "@/lib/replies";
import type { ReplyPut } from "@/wire/schema";

const LIMIT = 4_000;

/** A reply as it is being written. */
export interface Draft {
  shortcut: string;
  title: string;
  ru: string;
  en: string;
}

export type Problems = Partial<Record<keyof Draft, string>>;

/** What the server would refuse, said before it is asked. */
export function problemsOf(draft: Draft, t: Translate): Problems {
  const problems: Problems = {};
  if (!/^[^\s/]{1,40}$/.test(draft.shortcut.trim())) problems.shortcut = t("replies.needShortcut");
  if (draft.title.trim() === "") problems.title = t("replies.needTitle");
  if (draft.ru.trim() === "" && draft.en.trim() === "") problems.ru = t("replies.needText");
  for (const part of ["ru", "en"] as const) {
    const unknown = unknownVariables(draft[part]);
    if (unknown.length > 0) problems[part] = t("replies.unknown", { names: unknown.map((name) => `{${name}}`).join(", ") });
    else if (Array.from(draft[part]).length > LIMIT) problems[part] = t("replies.tooLong");
  }
  return problems;
}

export function putOf(draft: Draft): ReplyPut {
  const texts: Record<string, string> = {};
  if (draft.ru.trim() !== "") texts.ru = draft.ru.trim();
  if (draft.en.trim() !== "") texts.en = draft.en.trim();
  return { shortcut: draft.shortcut.trim(), title: draft.title.trim(), texts };
}
