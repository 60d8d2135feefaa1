import { useState } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import type { PasswordLinkView } from "@/wire/schema";
import { lookAtPasswordLink, setPasswordByLink } from "../api/entry";
import { Form } from "../form";
import { LinkState } from "./link-state";
import { NewPasswordField, SHORTEST } from "./new-password-field";
import { useEntering } from "./use-entering";

/** Sets a password by a link of an administrator. */
export function NewPassword() {
  return (
    <LinkState look={lookAtPasswordLink}>
      {(view, token) => <Choose view={view} token={token} />}
    </LinkState>
  );
}

function Choose({ view, token }: { view: PasswordLinkView; token: string }) {
  const { t } = useI18n();
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const entering = useEntering(setPasswordByLink);

  function choose(): void {
    setTried(true);
    if (password.length >= SHORTEST) entering.mutate({ token, password });
  }

  return (
    <>
      <h1 className="text-xl font-semibold tracking-tight">{t("entry.newPassword.title")}</h1>
      <p className="mt-1 mb-5 text-sm text-pretty text-ink-soft">
        {t("entry.newPassword.lead", { email: view.email })}
      </p>
      <Form
        submit={t("entry.newPassword.submit")}
        submitting={t("entry.invitation.accepting")}
        pending={entering.isPending}
        error={entering.error}
        onSubmit={choose}
        wide
      >
        <input type="email" name="email" autoComplete="username" value={view.email} readOnly hidden />
        <NewPasswordField value={password} onChange={setPassword} tried={tried} />
      </Form>
    </>
  );
}
