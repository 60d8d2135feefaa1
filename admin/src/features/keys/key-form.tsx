import { useState, type SubmitEvent } from "react";
import { toApiError } from "@/lib/api-error";
import { useNow } from "@/lib/clock";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { CheckList } from "@/ui/check-list";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import type { ApiKeyCreate, RetentionInfo, Scope } from "@/wire/schema";
import { SCOPES } from "./scopes";

const DAY_MS = 86_400_000;
const TERMS = { never: null, month: 30, quarter: 90, year: 365 } as const;
type Term = keyof typeof TERMS;

interface KeyFormProps {
  sites: readonly Pick<RetentionInfo, "site_id" | "site_name">[];
  pending: boolean;
  error: Error | null;
  onCreate: (wanted: ApiKeyCreate) => void;
  onCancel: () => void;
}

/** What a key is called, and what it opens for how long. */
export function KeyForm({ sites, pending, error, onCreate, onCancel }: KeyFormProps) {
  const { t } = useI18n();
  const now = useNow();
  const errorText = useErrorText();
  const [name, setName] = useState("");
  const [siteIds, setSiteIds] = useState<string[]>(sites.slice(0, 1).map((each) => each.site_id));
  const [scopes, setScopes] = useState<Scope[]>(["conversations.read"]);
  const [term, setTerm] = useState<Term>("year");
  const [asked, setAsked] = useState(false);
  const complete = name.trim() !== "" && siteIds.length > 0 && scopes.length > 0;

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setAsked(true);
    if (pending || !complete) return;
    const days = TERMS[term];
    const expires_at = days === null ? null : new Date(now + days * DAY_MS).toISOString();
    onCreate({ name: name.trim(), site_ids: siteIds, scopes, expires_at });
  }

  return (
    <form onSubmit={submit} className="mt-4 space-y-4">
      <Field
        label={t("apikeys.name")}
        data-initial-focus
        maxLength={80}
        autoComplete="off"
        placeholder={t("apikeys.nameHint")}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {sites.length > 1 && (
        <CheckList
          label={t("apikeys.sites")}
          options={sites.map((each) => ({ value: each.site_id, label: each.site_name }))}
          chosen={siteIds}
          onChange={setSiteIds}
        />
      )}
      <CheckList
        label={t("apikeys.scopes")}
        options={(Object.keys(SCOPES) as Scope[]).map((scope) => ({ value: scope, label: t(SCOPES[scope]) }))}
        chosen={scopes}
        onChange={setScopes}
      />
      <Select label={t("apikeys.expires")} value={term} onChange={(value) => setTerm(value as Term)}>
        {(Object.keys(TERMS) as Term[]).map((each) => (
          <option key={each} value={each}>
            {t(`apikeys.terms.${each}`)}
          </option>
        ))}
      </Select>
      {(error !== null || (asked && !complete)) && (
        <p role="alert" className="text-sm text-danger-ink">
          {error === null ? t("apikeys.needed") : errorText(toApiError(error))}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>{t("apikeys.cancel")}</Button>
        <Button look="primary" type="submit" aria-disabled={pending}>
          {t(pending ? "apikeys.creating" : "apikeys.create")}
        </Button>
      </div>
    </form>
  );
}
