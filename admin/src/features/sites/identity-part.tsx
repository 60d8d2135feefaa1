import { useState } from "react";
import { useNow } from "@/lib/clock";
import { useI18n } from "@/lib/i18n/i18n";
import { formatFull } from "@/lib/i18n/format";
import { toApiError } from "@/lib/api-error";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import type { SiteDetail } from "@/wire/schema";
import { Check } from "./check";
import { Copy } from "./copy";
import { IdentityKeys } from "./identity-keys";
import { RotateDialog } from "./rotate-dialog";
import { Section } from "./section";
import { useChangeSite, useRotateSecret } from "./use-sites";

const EXAMPLE = `import jwt, time

token = jwt.encode(
    {
        "sub": str(person.id), "aud": "otvet", "exp": int(time.time()) + 300,
        "name": person.name, "email": person.email,
        "attributes": {"plan": "pro"},
    },
    OTVET_IDENTITY_SECRET, algorithm="HS256",
)`;

/** Who the visitors are, by the word of the site's own server. */
export function IdentityPart({ site }: { site: SiteDetail }) {
  const { t, locale } = useI18n();
  const errorText = useErrorText();
  const rotate = useRotateSecret(site.id);
  const change = useChangeSite(site.id);
  const [asking, setAsking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const now = useNow();
  const secrets = site.identity_secrets.filter(({ until }) => until === null || Date.parse(until) > now);
  const vouches = secrets.length > 0 || site.identity_keys.length > 0;
  const make = t(secrets.length === 0 ? "sites.identity.make" : "sites.identity.rotate");

  function run(hours: number): void {
    rotate.mutate(hours, {
      onSuccess: (made) => {
        setAsking(false);
        setSecret(made.secret);
        // Told once: it is nowhere but on the screen.
        rotate.reset();
      },
    });
  }

  return (
    <>
      <Section title={t("sites.identity.title")} lead={t("sites.identity.lead")}>
        {secrets.length === 0 ? (
          <p className="text-sm text-ink-soft">{t("sites.identity.none")}</p>
        ) : (
          <ul aria-label={t("sites.identity.secrets")} className="divide-y divide-line rounded-md border border-line text-sm">
            {secrets.map(({ id, made_at, until }) => (
              <li key={id} className="flex flex-wrap justify-between gap-x-4 px-3 py-2">
                <span>{t("sites.identity.made", { time: formatFull(locale, made_at) })}</span>
                <span className="text-ink-faint">
                  {until === null ? t("sites.identity.present") : t("sites.identity.until", { time: formatFull(locale, until) })}
                </span>
              </li>
            ))}
          </ul>
        )}
        {/* The first one shuts nobody out: there is nothing to ask. */}
        <Button aria-disabled={rotate.isPending} onClick={() => (secrets.length === 0 ? run(0) : setAsking(true))}>
          {make}
        </Button>
        {rotate.isError && !asking && (
          <p role="alert" className="text-sm text-danger-ink">
            {errorText(toApiError(rotate.error))}
          </p>
        )}
        <Check
          label={t("sites.identity.required")}
          hint={t(vouches ? "sites.identity.requiredHint" : "sites.identity.requiredNeeds")}
          checked={change.isPending ? (change.variables.identity_required ?? false) : site.identity_required}
          disabled={change.isPending || (!vouches && !site.identity_required)}
          onChange={(identity_required) => change.mutate({ identity_required })}
        />
        {change.isError && (
          <p role="alert" className="text-sm text-danger-ink">
            {t("sites.notSaved")} {errorText(toApiError(change.error))}
          </p>
        )}
      </Section>
      <IdentityKeys site={site} />
      <Section title={t("sites.identity.how")} lead={t("sites.identity.howText")}>
        <Copy label={t("sites.identity.server")} text={EXAMPLE} />
        <Copy label={t("sites.identity.page")} text={'Otvet.push(["identify", token])'} />
      </Section>
      <RotateDialog
        open={asking}
        title={t("sites.identity.ask")}
        text={t("sites.identity.askText")}
        confirm={make}
        running={rotate.isPending}
        error={rotate.error}
        onClose={() => setAsking(false)}
        onConfirm={run}
      />
      <Dialog open={secret !== null} onClose={() => setSecret(null)} title={t("sites.identity.once")} wide>
        <p className="mt-1.5 mb-4 text-sm text-pretty text-ink-soft">{t("sites.identity.onceText")}</p>
        <Copy label={t("sites.identity.secret")} text={secret ?? ""} block />
        <div className="mt-5 flex justify-end">
          <Button look="primary" onClick={() => setSecret(null)}>
            {t("sites.identity.kept")}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
