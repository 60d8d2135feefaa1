import { useState } from "react";
import { useSearchParams } from "react-router";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { AlertIcon, PlusIcon } from "@/ui/icons";
import { More } from "@/ui/more";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import { InvitationList } from "./invitation-list";
import { InviteDialog } from "./invite-dialog";
import { PersonDialog } from "./person-dialog";
import { PersonRow } from "./person-row";
import { SearchField } from "./search-field";
import { TwoFactorRules } from "./two-factor-rules";
import { usePeople } from "./use-people";

/** Who works for the administrator's sites. Who is searched for and looked at stands in the address. */
export function PeoplePage() {
  const { t } = useI18n();
  const errorText = useErrorText();
  const [search, setSearch] = useSearchParams();
  const [inviting, setInviting] = useState(false);
  const text = search.get("text") ?? "";
  const people = usePeople(text);
  const items = people.data?.pages.flatMap((page) => page.items) ?? [];
  const sites = people.data?.pages[0]?.sites ?? [];
  const shown = items.find((person) => person.id === search.get("person"));

  function show(name: "text" | "person", value: string): void {
    setSearch(
      (before) => {
        if (value === "") before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: name === "text" },
    );
  }

  if (people.isPending) return <SkeletonList rows={6} label={t("people.loading")} />;
  if (!people.data) {
    return (
      <StatePanel
        alert
        picture={<AlertIcon className="size-7" />}
        title={t("people.failed")}
        actions={<Button onClick={() => void people.refetch()}>{t("inbox.retry")}</Button>}
      >
        {errorText(toApiError(people.error))}
      </StatePanel>
    );
  }
  return (
    <div className="pb-10">
      <div className="flex flex-wrap items-center gap-3 px-4 pb-4">
        <p className="w-full text-sm text-pretty text-ink-soft">{t("people.lead")}</p>
        <SearchField label={t("people.search")} value={text} onChange={(value) => show("text", value)} />
        <Button look="primary" onClick={() => setInviting(true)}>
          <PlusIcon />
          {t("people.invite")}
        </Button>
      </div>
      <InvitationList />
      {items.length === 0 ? (
        <StatePanel testId="empty" title={t("people.nothing")}>
          {t("people.nothingText")}
        </StatePanel>
      ) : (
        <ul aria-label={t("people.list")} className="border-y border-line">
          {items.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              withSites={sites.length > 1}
              onOpen={() => show("person", person.id)}
            />
          ))}
        </ul>
      )}
      {people.hasNextPage && (
        <More
          label={t("people.more")}
          loading={people.isFetchingNextPage}
          failure={people.isFetchNextPageError ? errorText(toApiError(people.error)) : null}
          load={() => void people.fetchNextPage()}
        />
      )}
      <TwoFactorRules />
      {inviting && <InviteDialog sites={sites} onClose={() => setInviting(false)} />}
      {shown && <PersonDialog key={shown.id} person={shown} sites={sites} onClose={() => show("person", "")} />}
    </div>
  );
}
