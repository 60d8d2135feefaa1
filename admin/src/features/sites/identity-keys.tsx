import { useState, type SubmitEvent } from "react";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { formatFull } from "@/lib/i18n/format";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { Confirm } from "@/ui/confirm";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { TextArea } from "@/ui/text-area";
import type { IdentityKeyInfo, SiteDetail } from "@/wire/schema";
import { Section } from "./section";
import { useAddKey, useRemoveKey } from "./use-identity-keys";

const MOST = 5;

/** Keys of the site's own server: what it signs with their private halves is believed. */
export function IdentityKeys({ site }: { site: SiteDetail }) {
  const { t, locale } = useI18n();
  const errorText = useErrorText();
  const remove = useRemoveKey(site.id);
  const [adding, setAdding] = useState(false);
  const [doomed, setDoomed] = useState<IdentityKeyInfo | null>(null);
  const keys = site.identity_keys;

  function close(): void {
    setDoomed(null);
    remove.reset();
  }

  return (
    <Section title={t("sites.keys.title")} lead={t("sites.keys.lead")}>
      {keys.length === 0 ? (
        <p className="text-sm text-ink-soft">{t("sites.keys.none")}</p>
      ) : (
        <ul aria-label={t("sites.keys.title")} className="divide-y divide-line rounded-md border border-line text-sm">
          {keys.map((key) => (
            <li key={key.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-3 py-2">
              <div className="min-w-0">
                <p className="font-mono text-xs wrap-anywhere">{key.kid}</p>
                <p className="text-ink-faint">
                  {t("sites.keys.about", { algorithm: key.algorithm, bits: key.bits, time: formatFull(locale, key.made_at) })}
                </p>
              </div>
              <Button look="ghost" aria-label={t("sites.keys.removeOne", { kid: key.kid })} onClick={() => setDoomed(key)}>
                {t("sites.keys.remove")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {keys.length < MOST ? (
        <Button onClick={() => setAdding(true)}>{t("sites.keys.add")}</Button>
      ) : (
        <p className="text-xs text-ink-faint">{t("sites.keys.most", { count: MOST })}</p>
      )}
      {/* What was pasted goes with the dialog. */}
      {adding && <AddDialog site={site} onClose={() => setAdding(false)} />}
      <Confirm
        open={doomed !== null}
        title={t("sites.keys.removeAsk")}
        cancelLabel={t("sites.cancel")}
        confirmLabel={t("sites.keys.remove")}
        pending={remove.isPending}
        failure={remove.isError ? errorText(toApiError(remove.error)) : null}
        onCancel={close}
        onConfirm={() => doomed && remove.mutate(doomed.id, { onSuccess: close })}
      >
        {t("sites.keys.removeText", { kid: doomed?.kid ?? "" })}
      </Confirm>
    </Section>
  );
}

function AddDialog({ site, onClose }: { site: SiteDetail; onClose: () => void }) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const add = useAddKey(site.id);
  const [key, setKey] = useState("");
  const [kid, setKid] = useState("");

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (add.isPending || key.trim() === "") return;
    add.mutate({ key, kid: kid.trim() || null }, { onSuccess: onClose });
  }

  return (
    <Dialog open onClose={onClose} title={t("sites.keys.add")} wide>
      <form onSubmit={submit} className="mt-3 space-y-4">
        <TextArea
          data-initial-focus
          label={t("sites.keys.key")}
          hint={t("sites.keys.keyHint")}
          error={add.isError ? errorText(toApiError(add.error)) : undefined}
          value={key}
          rows={8}
          maxLength={8_192}
          spellCheck={false}
          autoComplete="off"
          placeholder="-----BEGIN PUBLIC KEY-----"
          className="font-mono"
          onChange={(event) => setKey(event.target.value)}
        />
        <Field
          label={t("sites.keys.kid")}
          hint={t("sites.keys.kidHint")}
          value={kid}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setKid(event.target.value)}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t("sites.cancel")}</Button>
          <Button type="submit" look="primary" aria-disabled={add.isPending || key.trim() === ""}>
            {t("sites.keys.save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
