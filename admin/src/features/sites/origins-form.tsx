import { useRef, useState, type SubmitEvent } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { TrashIcon } from "@/ui/icons";
import { useToast } from "@/ui/toaster";
import type { SiteDetail } from "@/wire/schema";
import { Check } from "./check";
import { readOrigin } from "./origins";
import { SaveBar } from "./save-bar";
import { Section } from "./section";
import { useDraft } from "./use-draft";
import { useChangeSite } from "./use-sites";

/** Where the widget may run: each origin whole, and subdomains only with a consent of their own. */
export function OriginsForm({ site }: { site: SiteDetail }) {
  const { t } = useI18n();
  const toast = useToast();
  const change = useChangeSite(site.id);
  const draft = useDraft({ origins: site.origins, wildcards: site.wildcards });
  const { origins, wildcards } = draft.value;
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const starred = origins.some((origin) => origin.includes("*"));

  function add(event: SubmitEvent): void {
    event.preventDefault();
    const read = readOrigin(typed);
    if (read === null || (read.wildcard && !wildcards)) {
      setError(t(read === null ? "sites.origins.wrong" : "sites.origins.consentFirst"));
      return;
    }
    if (!origins.includes(read.text)) draft.set({ origins: [...origins, read.text] });
    setTyped("");
    setError(undefined);
  }

  function remove(origin: string): void {
    draft.set({ origins: origins.filter((each) => each !== origin) });
    // The button that was pressed is gone.
    field.current?.focus();
  }

  return (
    <Section title={t("sites.origins.title")} lead={t("sites.origins.lead")}>
      <ul aria-label={t("sites.origins.title")} className="divide-y divide-line rounded-md border border-line">
        {origins.length === 0 && <li className="px-3 py-2 text-sm text-ink-faint">{t("sites.origins.none")}</li>}
        {origins.map((origin) => (
          <li key={origin} className="flex items-center justify-between gap-2 py-1 pr-1 pl-3">
            <code className="min-w-0 font-mono text-sm wrap-anywhere">{origin}</code>
            <Button look="ghost" square aria-label={t("sites.origins.remove", { origin })} onClick={() => remove(origin)}>
              <TrashIcon />
            </Button>
          </li>
        ))}
      </ul>
      <form noValidate onSubmit={add} className="flex items-end gap-2">
        <div className="min-w-0 grow">
          <Field
            ref={field}
            label={t("sites.origins.new")}
            placeholder={wildcards ? "https://*.example.com" : "https://shop.example.com"}
            inputMode="url"
            autoComplete="off"
            maxLength={300}
            value={typed}
            error={error}
            onChange={(event) => {
              setTyped(event.target.value);
              setError(undefined);
            }}
          />
        </div>
        <Button type="submit" className={error === undefined ? "h-10" : "mb-[1.625rem] h-10"}>
          {t("sites.origins.add")}
        </Button>
      </form>
      <Check
        label={t("sites.origins.wildcards")}
        hint={t(starred ? "sites.origins.wildcardsHeld" : "sites.origins.wildcardsHint")}
        checked={wildcards}
        disabled={starred}
        onChange={(checked) => draft.set({ wildcards: checked })}
      />
      <SaveBar
        changed={draft.changed}
        saving={change.isPending}
        error={change.error}
        onReset={draft.reset}
        onSave={() =>
          change.mutate(draft.value, {
            onSuccess: () => {
              draft.reset();
              toast({ text: t("sites.saved") });
            },
          })
        }
      />
    </Section>
  );
}
