import { useState } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { Field } from "@/ui/field";
import type { InvitationView } from "@/wire/schema";
import { acceptInvitation, lookAtInvitation } from "../api/entry";
import { Form } from "../form";
import { LinkState } from "./link-state";
import { NewPasswordField, SHORTEST } from "./new-password-field";
import { useEntering } from "./use-entering";

/** Who is invited to what, and the way in. */
export function Invitation() {
  return (
    <LinkState look={lookAtInvitation}>
      {(view, token) => <Accept view={view} token={token} />}
    </LinkState>
  );
}

function Accept({ view, token }: { view: InvitationView; token: string }) {
  const { t, locale } = useI18n();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const entering = useEntering(acceptInvitation);
  const known = view.has_account;

  function accept(): void {
    setTried(true);
    const nameless = !known && name.trim() === "";
    if (nameless || password.length < (known ? 1 : SHORTEST)) return;
    // The name of somebody who has an account stays; the contract wants one all the same.
    entering.mutate({ token, name: known ? view.email : name.trim(), password, locale });
  }

  return (
    <>
      <h1 className="text-xl font-semibold tracking-tight">{t("entry.invitation.title")}</h1>
      <p className="mt-1 mb-5 text-sm text-pretty text-ink-soft">
        {t("entry.invitation.lead", { name: view.invited_by })}
        {known && ` ${t("entry.invitation.hasAccount")}`}
      </p>
      <dl className="mb-5 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 rounded-lg border border-line bg-sunken px-3 py-2.5 text-sm">
        <dt className="text-ink-faint">{t("entry.invitation.email")}</dt>
        <dd className="wrap-anywhere">{view.email}</dd>
        {!known && (
          <>
            <dt className="text-ink-faint">{t("entry.invitation.role")}</dt>
            <dd>{t(`account.roles.${view.role}`)}</dd>
          </>
        )}
        <dt className="text-ink-faint">{t("entry.invitation.sites")}</dt>
        <dd className="wrap-anywhere">{view.sites.join(", ")}</dd>
      </dl>
      <Form
        testId="invitation"
        submit={t("entry.invitation.accept")}
        submitting={t("entry.invitation.accepting")}
        pending={entering.isPending}
        error={entering.error}
        onSubmit={accept}
        wide
      >
        {/* Password managers keep the password under this address. */}
        <input type="email" name="email" autoComplete="username" value={view.email} readOnly hidden />
        {!known && (
          <Field
            label={t("entry.invitation.name")}
            hint={t("entry.invitation.nameHint")}
            name="name"
            autoComplete="name"
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
            error={tried && name.trim() === "" ? t("entry.invitation.nameRequired") : undefined}
          />
        )}
        <NewPasswordField value={password} onChange={setPassword} tried={tried} present={known} />
      </Form>
    </>
  );
}
