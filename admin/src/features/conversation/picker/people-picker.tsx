import { useQuery } from "@tanstack/react-query";
import { useI18n } from "@/lib/i18n/i18n";
import { folded, otherLayout } from "@/lib/layout";
import { useServices } from "@/lib/services";
import type { PersonList } from "@/wire/schema";
import { PickerList } from "./picker-list";
import type { Pick } from "./use-pick";

interface PeoplePickerProps {
  conversationId: string;
  query: string;
  pick: Pick;
}

/** Who works for the site and fits what is typed behind the «@». */
export function PeoplePicker({ conversationId, query, pick }: PeoplePickerProps) {
  const { t } = useI18n();
  const { api } = useServices();
  const { data, isError } = useQuery({
    queryKey: ["people", conversationId],
    queryFn: ({ signal }) =>
      api<PersonList>(`/conversations/${encodeURIComponent(conversationId)}/people`, { signal }),
    staleTime: 60_000,
  });
  const words = [folded(query), folded(otherLayout(query.toLocaleLowerCase()))];
  const found = (data?.items ?? []).filter((person) =>
    words.some((word) => folded(person.name).split(/\s+/).some((part) => part.startsWith(word)) || folded(person.name).startsWith(word)),
  );
  // A whole name and what follows it is no search any more.
  if (data && found.length === 0 && /\s/.test(query)) return null;
  const waits = isError ? t("talk.picker.failed") : t("talk.picker.loading");
  return (
    <PickerList
      label={t("talk.picker.people")}
      options={found.map((person) => ({
        id: person.id,
        title: person.name,
        hint: t(`account.roles.${person.role}`),
      }))}
      instead={found.length > 0 ? null : data ? t("talk.picker.noPeople") : waits}
      pick={pick}
      onPick={(id) => {
        const person = found.find((each) => each.id === id);
        if (person) pick.insert(`@${person.name} `);
      }}
    />
  );
}
