import { useState } from "react";
import { LOCALES, useI18n } from "@/lib/i18n/i18n";
import { useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import type { InvitationLink, Locale, PersonSite, Role } from "@/wire/schema";
import { invite } from "../api/staff";
import { Form } from "../form";
import { LinkBox } from "./link-box";
import { RoleChoice, SiteChoice } from "./role-sites";
import { useChange } from "./use-people";

interface InviteDialogProps {
  sites: readonly PersonSite[];
  onClose: () => void;
}

export function InviteDialog({ sites, onClose }: InviteDialogProps) {
  const { t } = useI18n();
  const [made, setMade] = useState<InvitationLink | null>(null);
  return (
    <Dialog open onClose={onClose} title={t(made ? "people.link.title" : "people.inviting.title")}>
      <div className="mt-3">
        {made ? (
          <>
            <LinkBox kind="invitation" link={made.link} until={made.invitation.expires_at} />
            <div className="mt-5 flex justify-end">
              <Button onClick={onClose}>{t("people.person.close")}</Button>
            </div>
          </>
        ) : (
          <InviteForm sites={sites} onMade={setMade} onClose={onClose} />
        )}
      </div>
    </Dialog>
  );
}

interface InviteFormProps extends InviteDialogProps {
  onMade: (made: InvitationLink) => void;
}

function InviteForm({ sites, onMade, onClose }: InviteFormProps) {
  const { t, locale: reads } = useI18n();
  const { api } = useServices();
  const only = sites.length === 1 ? sites : [];
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("operator");
  const [locale, setLocale] = useState<Locale>(reads);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(only.map((site) => site.id)));
  const [tried, setTried] = useState(false);
  const send = useChange(
    () => invite(api, { email: email.trim(), role, locale, site_ids: [...chosen] }),
    onMade,
  );
  const isEmail = /^[^@\s]+@[^@\s]+$/.test(email.trim());

  return (
    <Form
      submit={t("people.inviting.submit")}
      submitting={t("people.inviting.submitting")}
      pending={send.isPending}
      error={send.error}
      beside={<Button onClick={onClose}>{t("people.person.cancel")}</Button>}
      onSubmit={() => {
        setTried(true);
        if (isEmail && chosen.size > 0) send.mutate(undefined);
      }}
    >
      <Field
        label={t("people.inviting.email")}
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        data-initial-focus
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        error={tried && !isEmail ? t("people.inviting.emailInvalid") : undefined}
      />
      <RoleChoice label={t("people.person.role")} value={role} onChange={setRole} />
      {sites.length > 1 && (
        <SiteChoice
          label={t("people.person.sites")}
          sites={sites}
          chosen={chosen}
          onChange={setChosen}
          error={tried && chosen.size === 0 ? t("people.inviting.sitesRequired") : undefined}
        />
      )}
      <Select label={t("people.inviting.locale")} value={locale} onChange={(value) => setLocale(value as Locale)}>
        {LOCALES.map((each) => (
          <option key={each} value={each}>
            {t(`people.inviting.locales.${each}`)}
          </option>
        ))}
      </Select>
    </Form>
  );
}
