import { useState, type SubmitEvent } from "react";
import { useNavigate } from "react-router";
import { toApiError } from "@/lib/api-error";
import { LOCALES, useI18n } from "@/lib/i18n/i18n";
import { formatLanguage } from "@/lib/i18n/format";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { paths } from "@/lib/paths";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import type { Locale, SiteInfo } from "@/wire/schema";
import { readOrigin } from "./origins";
import { useCreateSite } from "./use-sites";

interface CreateDialogProps {
  open: boolean;
  sites: readonly SiteInfo[];
  onClose: () => void;
}

/** A new site needs a name; its agents are those of another one, for without agents nobody answers. */
export function CreateDialog({ open, sites, onClose }: CreateDialogProps) {
  const { t } = useI18n();
  return (
    <Dialog open={open} onClose={onClose} title={t("sites.create.title")}>
      <CreateForm sites={sites} onClose={onClose} />
    </Dialog>
  );
}

function CreateForm({ sites, onClose }: Omit<CreateDialogProps, "open">) {
  const { t, locale: own } = useI18n();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const create = useCreateSite();
  const [name, setName] = useState("");
  const [origin, setOrigin] = useState("");
  const [locale, setLocale] = useState<Locale>(own);
  const [agents, setAgents] = useState(sites[0]?.id ?? "");
  const [tried, setTried] = useState(false);
  const read = origin.trim() === "" ? null : readOrigin(origin);
  const nameError = tried && name.trim() === "" ? t("sites.create.nameMissing") : undefined;
  const isBad = origin.trim() !== "" && (read === null || read.wildcard);
  const originError = tried && isBad ? t("sites.origins.wrong") : undefined;

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setTried(true);
    if (name.trim() === "" || isBad || create.isPending) return;
    create.mutate(
      { name, locale, origins: read ? [read.text] : [], agents_from: agents === "" ? null : agents },
      { onSuccess: (site) => void navigate(paths.site(site.id)) },
    );
  }

  return (
    <form noValidate onSubmit={submit} className="mt-4 space-y-4">
      <Field
        data-initial-focus
        label={t("sites.name")}
        value={name}
        maxLength={80}
        error={nameError}
        onChange={(event) => setName(event.target.value)}
      />
      <Field
        label={t("sites.create.origin")}
        placeholder="https://shop.example.com"
        inputMode="url"
        autoComplete="off"
        value={origin}
        error={originError}
        onChange={(event) => setOrigin(event.target.value)}
      />
      <Select label={t("sites.language")} value={locale} onChange={(value) => setLocale(value as Locale)}>
        {LOCALES.map((each) => (
          <option key={each} value={each}>
            {formatLanguage(own, each)}
          </option>
        ))}
      </Select>
      <Select label={t("sites.create.agents")} value={agents} onChange={setAgents}>
        {sites.map((site) => (
          <option key={site.id} value={site.id}>
            {t("sites.create.agentsOf", { name: site.name })}
          </option>
        ))}
        <option value="">{t("sites.create.noAgents")}</option>
      </Select>
      {create.isError && (
        <p role="alert" className="text-sm text-danger-ink">
          {errorText(toApiError(create.error))}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{t("sites.cancel")}</Button>
        <Button type="submit" look="primary" aria-disabled={create.isPending}>
          {t(create.isPending ? "sites.saving" : "sites.create.submit")}
        </Button>
      </div>
    </form>
  );
}
