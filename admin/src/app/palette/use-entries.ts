import { useState } from "react";
import { useNavigate } from "react-router";
import { offeredCommands, type Command } from "@/lib/commands";
import { LOCALES, useI18n } from "@/lib/i18n/i18n";
import { paths } from "@/lib/paths";
import { useOperator, useServices } from "@/lib/services";
import { theme, THEMES } from "@/lib/theme";
import { VIEWS } from "@/lib/views";
import { GROUPS, SECTIONS } from "../settings-sections";
import { match } from "./match";

export interface Group {
  id: string;
  title: string;
  commands: readonly Command[];
}

/** Each language by its own name: whoever is lost in the other one finds it. */
const LANGUAGES = { ru: "Русский", en: "English" } as const;

/** Everything that can be done or gone to from here, as far as it meets what is typed. */
export function useEntries(typed: string, onKeys: () => void): Group[] {
  const { t, choose, locale } = useI18n();
  const { session } = useServices();
  const { role } = useOperator();
  const navigate = useNavigate();
  // What could be done when the palette opened: it covers the page, so that does not change.
  const [here] = useState(offeredCommands);

  const go = (title: string, to: string, keys?: readonly string[]): Command => ({
    id: to,
    title,
    ...(keys && { keys }),
    run: () => void navigate(to),
  });
  const places = [
    ...VIEWS.map((view, index) =>
      go(`${t("nav.inbox")}: ${t(`inbox.views.${view}`)}`, paths.inbox(view), [String(index + 1)]),
    ),
    go(t("nav.knowledge"), paths.knowledge()),
    ...(role === "operator"
      ? []
      : [
          go(t("palette.ask"), paths.askKnowledge()),
          go(t("palette.playground"), paths.playground()),
          go(t("palette.cases"), paths.cases()),
          go(t("nav.analytics"), paths.analytics()),
          go(t("palette.questions"), paths.analyticsQuestions()),
        ]),
    ...(role === "admin" ? [go(t("nav.agents"), paths.agents())] : []),
    go(t("account.profile"), paths.account()),
  ];
  const looks = [
    ...THEMES.filter((each) => each !== theme.get()).map((each) => ({
      id: `theme.${each}`,
      title: `${t("account.theme")}: ${t(`account.themes.${each}`)}`,
      run: () => theme.set(each),
    })),
    ...LOCALES.filter((each) => each !== locale).map((each) => ({
      id: `locale.${each}`,
      title: `${t("account.language")}: ${LANGUAGES[each]}`,
      run: () => void choose(each),
    })),
    { id: "keys", title: t("account.keys"), keys: ["?"], run: onKeys },
    { id: "sign-out", title: t("account.signOut"), run: () => void session.signOut() },
  ];
  const settings = GROUPS.map((group): Group => {
    const title = `${t("nav.settings")} · ${t(`settings.groups.${group}`)}`;
    const sections = SECTIONS.filter((each) => each.group === group && each.roles.includes(role));
    return {
      id: group,
      title,
      commands: sections.map((each) => ({ ...go(t(each.name), paths.settings(each.path)), also: title })),
    };
  });
  const groups: Group[] = [
    { id: "here", title: t("palette.groups.here"), commands: here },
    { id: "go", title: t("palette.groups.go"), commands: places },
    ...settings,
    { id: "look", title: t("palette.groups.look"), commands: looks },
  ];
  return groups
    .map((group) => ({ ...group, commands: best(group.commands, typed) }))
    .filter((group) => group.commands.length > 0);
}

/** The ones that meet, the best first; those that meet alike stay in their order. */
function best(commands: readonly Command[], typed: string): Command[] {
  return commands
    .map((command) => ({ command, score: match(typed, `${command.title} ${command.also ?? ""}`) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ command }) => command);
}
