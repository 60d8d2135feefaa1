import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useI18n, type TextKey } from "@/lib/i18n/i18n";
import { useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import { Skeleton } from "@/ui/skeleton";
import { useToast } from "@/ui/toaster";
import type { PasswordLink, PersonInfo } from "@/wire/schema";
import { changePerson, endSession, listSessions, makePasswordLink, resetTwoFactor } from "../api/staff";
import { Refusal } from "../form";
import { SessionRows } from "../session-rows";
import { Confirmed } from "./confirmed";
import { LinkBox } from "./link-box";
import { useChange } from "./use-people";

interface PersonAccessProps {
  person: PersonInfo;
  isMe: boolean;
  onClose: () => void;
}

/** How somebody gets in: password, second factor, sign-ins, and whether at all. */
export function PersonAccess({ person, isMe, onClose }: PersonAccessProps) {
  const { t } = useI18n();
  const { api } = useServices();
  const toast = useToast();
  const cache = useQueryClient();
  const queryKey = ["sessions", person.id];
  const [link, setLink] = useState<PasswordLink | null>(null);
  const sessions = useQuery({
    queryKey,
    queryFn: ({ signal }) => listSessions(api, person.id, signal),
    staleTime: 0,
  });
  const tell = (text: TextKey) => toast({ text: t(text, { name: person.name }) });
  const makeLink = useChange(() => makePasswordLink(api, person.id), setLink);
  const reset = useChange(() => resetTwoFactor(api, person.id), () => tell("people.person.twoFactorReset"));
  const end = useChange(
    async (id: string | null) => {
      await endSession(api, person.id, id);
      await cache.invalidateQueries({ queryKey });
    },
    (_, id) => tell(id === null ? "people.person.allEnded" : "people.person.ended"),
  );
  const disabled = person.disabled_at !== null;
  const toggle = useChange(
    () => changePerson(api, person.id, { disabled: !disabled }),
    () => {
      tell(disabled ? "people.person.isEnabled" : "people.person.isDisabled");
      onClose();
    },
  );
  const items = sessions.data?.items ?? [];

  return (
    <section className="mt-6 space-y-4 border-t border-line pt-5">
      <h3 className="text-sm font-semibold">{t("people.person.access")}</h3>
      {!disabled && (
        <div className="space-y-2">
          {link ? (
            <LinkBox kind="password" link={link.link} until={link.expires_at} />
          ) : (
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Button aria-disabled={makeLink.isPending} onClick={() => makeLink.mutate(undefined)}>
                {t("people.person.resetPassword")}
              </Button>
              <p className="min-w-48 flex-1 text-xs text-pretty text-ink-faint">
                {t("people.person.resetPasswordHint")}
              </p>
            </div>
          )}
        </div>
      )}
      {person.two_factor_at !== null && (
        <Confirmed
          action={t("people.person.resetTwoFactor")}
          ask={t("people.person.resetTwoFactorAsk")}
          pending={reset.isPending}
          onConfirm={() => reset.mutate(undefined)}
        />
      )}
      <div className="space-y-2">
        <div className="flex items-center justify-between gap-3">
          <h4 className="text-sm font-medium">{t("people.person.sessions")}</h4>
          {items.length > 1 && (
            <Button look="ghost" onClick={() => end.mutate(null)}>
              {t("people.person.endAll")}
            </Button>
          )}
        </div>
        {sessions.isPending && <Skeleton className="h-12 rounded-lg" />}
        {sessions.data && items.length === 0 && (
          <p className="text-sm text-ink-faint">{t("people.person.noSessions")}</p>
        )}
        {items.length > 0 && (
          <SessionRows
            label={t("people.person.sessions")}
            items={items}
            keepCurrent={isMe}
            onEnd={({ id }) => end.mutate(id)}
          />
        )}
      </div>
      {disabled && (
        <Button aria-disabled={toggle.isPending} onClick={() => toggle.mutate(undefined)}>
          {t("people.person.enable")}
        </Button>
      )}
      {!disabled && !isMe && (
        <Confirmed
          action={t("people.person.disable")}
          ask={t("people.person.disableAsk")}
          pending={toggle.isPending}
          onConfirm={() => toggle.mutate(undefined)}
        />
      )}
      <Refusal error={sessions.error ?? makeLink.error ?? reset.error ?? end.error ?? toggle.error} />
    </section>
  );
}
