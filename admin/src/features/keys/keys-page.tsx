import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useServices } from "@/lib/services";
import { useRetention } from "@/lib/settings-sites";
import { Button } from "@/ui/button";
import { Confirm } from "@/ui/confirm";
import { Dialog } from "@/ui/dialog";
import { AlertIcon } from "@/ui/icons";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import { useToast } from "@/ui/toaster";
import type { ApiKeyCreate, ApiKeyInfo, ApiKeySecret } from "@/wire/schema";
import { createKey, listKeys, revokeKey } from "./api/keys";
import { KeyForm } from "./key-form";
import { KeyRow } from "./key-row";
import { NewKeyDialog } from "./new-key-dialog";

const KEYS = ["keys"];

/** Keys of the API: made, shown once, revoked. */
export function KeysPage() {
  const { t } = useI18n();
  const { api } = useServices();
  const cache = useQueryClient();
  const errorText = useErrorText();
  const toast = useToast();
  const sites = useRetention();
  const keys = useQuery({ queryKey: KEYS, queryFn: ({ signal }) => listKeys(api, signal) });
  const again = () => cache.invalidateQueries({ queryKey: KEYS });
  const create = useMutation({ mutationFn: (wanted: ApiKeyCreate) => createKey(api, wanted), onSuccess: again });
  const revoke = useMutation({ mutationFn: (info: ApiKeyInfo) => revokeKey(api, info.id), onSuccess: again });
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<ApiKeySecret | null>(null);
  const [doomed, setDoomed] = useState<ApiKeyInfo | null>(null);

  if ((keys.isError || sites.isError) && !(keys.data && sites.data)) {
    return (
      <StatePanel
        alert
        picture={<AlertIcon className="size-7" />}
        title={t("apikeys.failed")}
        actions={<Button onClick={() => void Promise.all([keys.refetch(), sites.refetch()])}>{t("inbox.retry")}</Button>}
      >
        {errorText(toApiError(keys.error ?? sites.error))}
      </StatePanel>
    );
  }
  if (!keys.data || !sites.data) return <SkeletonList rows={4} label={t("apikeys.loading")} />;
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-3 px-4 pb-4">
        <p className="max-w-prose text-sm text-pretty text-ink-soft">{t("apikeys.lead")}</p>
        <Button look="primary" onClick={() => setAdding(true)}>
          {t("apikeys.add")}
        </Button>
      </div>
      {keys.data.items.length === 0 ? (
        <StatePanel testId="empty" title={t("apikeys.empty")}>
          {t("apikeys.emptyText")}
        </StatePanel>
      ) : (
        <ul aria-label={t("apikeys.list")} className="border-y border-line">
          {keys.data.items.map((each) => (
            <KeyRow key={each.id} info={each} onRevoke={() => setDoomed(each)} />
          ))}
        </ul>
      )}
      <Dialog open={adding} onClose={() => setAdding(false)} title={t("apikeys.add")} wide>
        <KeyForm
          sites={sites.data.items}
          pending={create.isPending}
          error={create.error}
          onCancel={() => setAdding(false)}
          onCreate={(wanted) =>
            create.mutate(wanted, {
              onSuccess: (secret) => {
                setAdding(false);
                setMade(secret);
              },
            })
          }
        />
      </Dialog>
      <NewKeyDialog made={made} onClose={() => setMade(null)} />
      <Confirm
        open={doomed !== null}
        title={t("apikeys.revokeTitle", { name: doomed?.name ?? "" })}
        cancelLabel={t("apikeys.cancel")}
        confirmLabel={t("apikeys.revoke")}
        pending={revoke.isPending}
        failure={revoke.error === null ? null : errorText(toApiError(revoke.error))}
        onCancel={() => setDoomed(null)}
        onConfirm={() => {
          if (!doomed) return;
          revoke.mutate(doomed, {
            onSuccess: () => {
              setDoomed(null);
              toast({ text: t("apikeys.revoked") });
            },
          });
        }}
      >
        {t(doomed?.opens_others ? "apikeys.revokeOthers" : "apikeys.revokeText")}
      </Confirm>
    </>
  );
}
