import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { LOCALES, useI18n } from "@/lib/i18n/i18n";
import { useServices } from "@/lib/services";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { useToast } from "@/ui/toaster";
import type { AccountInfo, Locale } from "@/wire/schema";
import { changeAccount } from "../api/account";
import { Form } from "../form";
import { useAccountChanged } from "./use-account";

export function ProfileForm({ account }: { account: AccountInfo }) {
  const { t } = useI18n();
  const { api } = useServices();
  const toast = useToast();
  const changed = useAccountChanged();
  const [name, setName] = useState(account.name);
  const [locale, setLocale] = useState<Locale>(account.locale);
  const save = useMutation({
    mutationFn: () => changeAccount(api, { name: name.trim(), locale }),
    onSuccess: async () => {
      toast({ text: t("profile.saved") });
      await changed();
    },
  });
  const empty = name.trim() === "";
  return (
    <>
      <dl className="mb-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        <dt className="text-ink-faint">{t("signIn.email")}</dt>
        <dd className="wrap-anywhere">{account.email}</dd>
        <dt className="text-ink-faint">{t("profile.role")}</dt>
        <dd>{t(`account.roles.${account.role}`)}</dd>
        <dt className="text-ink-faint">{t("profile.sites")}</dt>
        <dd className="wrap-anywhere">{account.sites.join(", ")}</dd>
      </dl>
      <Form
        submit={t("profile.save")}
        submitting={t("profile.saving")}
        pending={save.isPending}
        error={save.error}
        onSubmit={() => {
          if (!empty) save.mutate();
        }}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label={t("profile.name")}
            autoComplete="name"
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
            error={empty ? t("profile.nameRequired") : undefined}
          />
          <Select label={t("profile.locale")} value={locale} onChange={(value) => setLocale(value as Locale)}>
            {LOCALES.map((each) => (
              <option key={each} value={each}>
                {t(`profile.locales.${each}`)}
              </option>
            ))}
          </Select>
        </div>
      </Form>
    </>
  );
}
