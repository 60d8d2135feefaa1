import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { PasswordField } from "@/ui/password-field";
import { useToast } from "@/ui/toaster";
import type { AccountInfo } from "@/wire/schema";
import { changePassword } from "../api/account";
import { NewPasswordField, SHORTEST } from "../entry/new-password-field";
import { Form } from "../form";
import { useAccountChanged } from "./use-account";

export function PasswordSection({ account }: { account: AccountInfo }) {
  const { t, locale } = useI18n();
  const [open, setOpen] = useState(false);
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-sm text-ink-soft">
        {account.password_at
          ? t("profile.password.changed", { date: formatDate(locale, account.password_at) })
          : t("profile.password.given")}
      </p>
      <Button onClick={() => setOpen(true)}>{t("profile.password.change")}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("profile.password.change")}>
        <Change email={account.email} onDone={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}

function Change({ email, onDone }: { email: string; onDone: () => void }) {
  const { t } = useI18n();
  const { api } = useServices();
  const toast = useToast();
  const changed = useAccountChanged();
  const [old, setOld] = useState("");
  const [next, setNext] = useState("");
  const [tried, setTried] = useState(false);
  const change = useMutation({
    mutationFn: () => changePassword(api, { old, new: next }),
    onSuccess: async () => {
      toast({ text: t("profile.password.done") });
      onDone();
      await changed();
    },
  });
  return (
    <>
      <p className="mt-1 mb-4 text-sm text-ink-soft">{t("profile.password.lead")}</p>
      <Form
        submit={t("profile.save")}
        submitting={t("profile.saving")}
        pending={change.isPending}
        error={change.error}
        beside={<Button onClick={onDone}>{t("profile.twoFactor.cancel")}</Button>}
        onSubmit={() => {
          setTried(true);
          if (old !== "" && next.length >= SHORTEST) change.mutate();
        }}
      >
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          label={t("profile.password.old")}
          autoComplete="current-password"
          showLabel={t("signIn.show")}
          hideLabel={t("signIn.hide")}
          data-initial-focus
          value={old}
          onChange={(event) => setOld(event.target.value)}
          error={tried && old === "" ? t("profile.password.required") : undefined}
        />
        <NewPasswordField value={next} onChange={setNext} tried={tried} />
      </Form>
    </>
  );
}
