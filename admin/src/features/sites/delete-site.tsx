import { useState, type SubmitEvent } from "react";
import { useNavigate } from "react-router";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { paths } from "@/lib/paths";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { useToast } from "@/ui/toaster";
import type { SiteDetail } from "@/wire/schema";
import { useDeleteSite } from "./use-sites";

/** A site goes with all there is of it, once somebody has typed which one they mean. */
export function DeleteSite({ site }: { site: SiteDetail }) {
  const { t } = useI18n();
  const [asking, setAsking] = useState(false);
  return (
    <div>
      <Button look="danger" onClick={() => setAsking(true)}>
        {t("sites.delete")}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t("sites.deleteAsk", { name: site.name })}>
        <DeleteForm site={site} onClose={() => setAsking(false)} />
      </Dialog>
    </div>
  );
}

function DeleteForm({ site, onClose }: { site: SiteDetail; onClose: () => void }) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const toast = useToast();
  const remove = useDeleteSite(site.id);
  const [name, setName] = useState("");
  const isMeant = name.trim() === site.name.trim();

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!isMeant || remove.isPending) return;
    remove.mutate(name, {
      onSuccess: () => {
        toast({ text: t("sites.deleted") });
        void navigate(paths.settings("sites"));
      },
    });
  }

  return (
    <form noValidate onSubmit={submit} className="mt-1.5 space-y-4">
      <p className="text-sm text-pretty text-ink-soft">{t("sites.deleteText")}</p>
      <Field
        data-initial-focus
        label={t("sites.deleteName")}
        placeholder={site.name}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {remove.isError && (
        <p role="alert" className="text-sm text-danger-ink">
          {errorText(toApiError(remove.error))}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{t("sites.cancel")}</Button>
        <Button type="submit" look="danger" aria-disabled={!isMeant || remove.isPending}>
          {t("sites.delete")}
        </Button>
      </div>
    </form>
  );
}
