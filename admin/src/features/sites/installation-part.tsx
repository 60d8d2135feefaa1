import { useState } from "react";
import { useNow } from "@/lib/clock";
import { LOCALES, useI18n } from "@/lib/i18n/i18n";
import { formatFull, formatLanguage } from "@/lib/i18n/format";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { useToast } from "@/ui/toaster";
import type { Locale, SiteDetail } from "@/wire/schema";
import { Check } from "./check";
import { Copy } from "./copy";
import { DeleteSite } from "./delete-site";
import { EnableSwitch } from "./enable-switch";
import { OriginsForm } from "./origins-form";
import { RotateDialog } from "./rotate-dialog";
import { SaveBar } from "./save-bar";
import { Section } from "./section";
import { policyOf, snippetOf } from "./snippet";
import { useDraft } from "./use-draft";
import { useChangeSite, useRotateKey } from "./use-sites";

/** How the widget comes onto the site, and whether it has. */
export function InstallationPart({ site }: { site: SiteDetail }) {
  const { t, locale } = useI18n();
  const toast = useToast();
  const [pinned, setPinned] = useState(false);
  const [rotating, setRotating] = useState(false);
  const rotate = useRotateKey(site.id);
  const now = useNow();
  const { previous_key: before, previous_key_until: until } = site;
  const isGraced = before !== null && until !== null && Date.parse(until) > now;

  return (
    <>
      <Section title={t("sites.snippet.title")} lead={t("sites.snippet.lead")}>
        <Copy label={t("sites.snippet.label")} text={snippetOf(site, pinned)} block />
        {site.integrity !== null && (
          <Check label={t("sites.snippet.pin")} hint={t("sites.snippet.pinHint")} checked={pinned} onChange={setPinned} />
        )}
        <details className="text-sm">
          <summary className="font-medium">{t("sites.snippet.csp")}</summary>
          <p className="my-2 max-w-prose text-pretty text-ink-soft">{t("sites.snippet.cspText")}</p>
          <Copy label="Content-Security-Policy" text={policyOf(site.public_url)} block />
        </details>
        <p role="status" data-testid="seen" className="text-sm">
          {site.seen_at === null
            ? t("sites.seen.never")
            : t("sites.seen.last", { origin: site.seen_origin ?? "", time: formatFull(locale, site.seen_at) })}
        </p>
      </Section>
      <OriginsForm site={site} />
      <Section title={t("sites.key.title")} lead={t("sites.key.lead")}>
        <Copy label={t("sites.key.label")} text={site.site_key} />
        {isGraced && (
          <p className="text-sm text-waiting-ink wrap-anywhere">
            {t("sites.key.previous", { key: before, time: formatFull(locale, until) })}
          </p>
        )}
        <Button onClick={() => setRotating(true)}>{t("sites.key.rotate")}</Button>
        <RotateDialog
          open={rotating}
          title={t("sites.key.ask")}
          text={t("sites.key.askText")}
          confirm={t("sites.key.rotate")}
          running={rotate.isPending}
          error={rotate.error}
          onClose={() => setRotating(false)}
          onConfirm={(hours) =>
            rotate.mutate(hours, {
              onSuccess: () => {
                setRotating(false);
                toast({ text: t("sites.key.rotated") });
              },
            })
          }
        />
      </Section>
      <Basics site={site} />
    </>
  );
}

function Basics({ site }: { site: SiteDetail }) {
  const { t, locale } = useI18n();
  const toast = useToast();
  const change = useChangeSite(site.id);
  const draft = useDraft({ name: site.name, locale: site.locale });
  return (
    <Section title={t("sites.basics")}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t("sites.name")}
          value={draft.value.name}
          maxLength={80}
          onChange={(event) => draft.set({ name: event.target.value })}
        />
        <Select label={t("sites.language")} value={draft.value.locale} onChange={(value) => draft.set({ locale: value as Locale })}>
          {LOCALES.map((each) => (
            <option key={each} value={each}>
              {formatLanguage(locale, each)}
            </option>
          ))}
        </Select>
      </div>
      <SaveBar
        changed={draft.changed}
        saving={change.isPending}
        error={change.error}
        trouble={draft.value.name.trim() === "" ? t("sites.create.nameMissing") : null}
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
      <div className="flex flex-wrap items-start gap-2">
        <EnableSwitch site={site} />
        <DeleteSite site={site} />
      </div>
    </Section>
  );
}
