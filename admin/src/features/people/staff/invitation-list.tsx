import { useState } from "react";
import { toApiError } from "@/lib/api-error";
import { useNow } from "@/lib/clock";
import { formatMoment } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { useToast } from "@/ui/toaster";
import type { InvitationInfo, InvitationLink } from "@/wire/schema";
import { renewInvitation, revokeInvitation } from "../api/staff";
import { LinkBox } from "./link-box";
import { useChange, useInvitations } from "./use-people";

/** Invitations that nobody has accepted; nothing is shown where there are none. */
export function InvitationList() {
  const { t } = useI18n();
  const { api } = useServices();
  const toast = useToast();
  const errorText = useErrorText();
  const { data } = useInvitations();
  const [renewed, setRenewed] = useState<InvitationLink | null>(null);
  const tell = (error: Error) => toast({ text: errorText(toApiError(error)) });
  const renew = useChange((one: InvitationInfo) => renewInvitation(api, one.id), setRenewed);
  const revoke = useChange(
    (one: InvitationInfo) => revokeInvitation(api, one.id),
    (_, { email }) => toast({ text: t("people.invitations.revoked", { email }) }),
  );
  if (!data || data.items.length === 0) return null;
  return (
    <section className="mb-6">
      <h2 className="px-4 pb-2 text-sm font-semibold">{t("people.invitations.title")}</h2>
      <ul aria-label={t("people.invitations.title")} className="border-y border-line">
        {data.items.map((one) => (
          <InvitationRow
            key={one.id}
            invitation={one}
            onRenew={() => renew.mutate(one, { onError: tell })}
            onRevoke={() => revoke.mutate(one, { onError: tell })}
          />
        ))}
      </ul>
      {renewed && (
        <Dialog open onClose={() => setRenewed(null)} title={t("people.link.title")}>
          <div className="mt-3">
            <LinkBox kind="invitation" link={renewed.link} until={renewed.invitation.expires_at} />
          </div>
        </Dialog>
      )}
    </section>
  );
}

interface InvitationRowProps {
  invitation: InvitationInfo;
  onRenew: () => void;
  onRevoke: () => void;
}

function InvitationRow({ invitation, onRenew, onRevoke }: InvitationRowProps) {
  const { t, locale } = useI18n();
  const now = useNow();
  const over = new Date(invitation.expires_at).getTime() <= now;
  const until = formatMoment(locale, invitation.expires_at, now);
  return (
    <li
      data-testid="invitation-row"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-2.5 last:border-b-0"
    >
      <div className="min-w-48 grow">
        <p className="text-sm font-medium wrap-anywhere">{invitation.email}</p>
        <p className="text-xs text-ink-faint">
          {[
            t(`account.roles.${invitation.role}`),
            invitation.sites.map((site) => site.name).join(", "),
            t("people.invitations.by", { name: invitation.invited_by }),
          ].join(" · ")}
          {" · "}
          <span className={over ? "text-danger-ink" : undefined}>
            {over ? t("people.invitations.expired") : t("people.invitations.until", { date: until })}
          </span>
        </p>
      </div>
      <div className="flex gap-2">
        <Button onClick={onRenew}>{t("people.invitations.renew")}</Button>
        <Button look="ghost" onClick={onRevoke}>{t("people.invitations.revoke")}</Button>
      </div>
    </li>
  );
}
