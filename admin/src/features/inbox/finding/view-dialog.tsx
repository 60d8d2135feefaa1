import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useAgents } from "@/lib/agents";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useOperator, useServices } from "@/lib/services";
import type { View } from "@/lib/views";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { useToast } from "@/ui/toaster";
import type { ViewInfo } from "@/wire/schema";
import { toApi, type Filters } from "./filters";
import { SAVED } from "./use-saved";

interface ViewDialogProps {
  /** None: the filters are kept under a new name. */
  saved: ViewInfo | null;
  view: View;
  filters: Filters;
  onClose: () => void;
  onSaved: (id: string) => void;
}

/** A view's name, who sees it, and what it keeps: the filters as they are now. */
export function ViewDialog({ saved, view, filters, onClose, onSaved }: ViewDialogProps) {
  const { t } = useI18n();
  const { api } = useServices();
  const cache = useQueryClient();
  const operator = useOperator();
  const errorText = useErrorText();
  const toast = useToast();
  const [name, setName] = useState(saved?.name ?? "");
  const [site, setSite] = useState(saved?.site_id ?? "");
  const agents = useAgents().data?.items ?? [];
  const sites = [...new Map(agents.map((each) => [each.site_id, each.site_name]))];

  const change = useMutation({
    mutationFn: (remove: boolean) => {
      const path = saved ? `/views/${saved.id}` : "/views";
      if (remove) return api<undefined>(path, { method: "DELETE" });
      const body = { name, filters: toApi(view, filters), site_id: site === "" ? null : site };
      return api<ViewInfo>(path, { method: saved ? "PUT" : "POST", body });
    },
    onSuccess: async (kept) => {
      await cache.invalidateQueries({ queryKey: SAVED });
      onClose();
      onSaved(kept?.id ?? "");
      if (!kept) toast({ text: t("finding.viewDeleted") });
    },
  });

  return (
    <Dialog open onClose={onClose} title={t(saved ? "finding.editView" : "finding.saveView")}>
      <form
        className="mt-4 flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") change.mutate(false);
        }}
      >
        <Field
          label={t("finding.viewName")}
          value={name}
          maxLength={60}
          data-initial-focus
          onChange={(event) => setName(event.target.value)}
          error={change.error ? errorText(toApiError(change.error)) : undefined}
        />
        {operator.role !== "operator" && (
          <Select label={t("finding.seenBy")} value={site} onChange={setSite}>
            <option value="">{t("finding.onlyMe")}</option>
            {sites.map(([id, siteName]) => (
              <option key={id} value={id}>
                {t("finding.everybody", { site: siteName })}
              </option>
            ))}
          </Select>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          {saved && (
            <Button look="ghost" className="mr-auto text-danger-ink" disabled={change.isPending} onClick={() => change.mutate(true)}>
              {t("finding.deleteView")}
            </Button>
          )}
          <Button onClick={onClose}>{t("finding.cancel")}</Button>
          <Button type="submit" look="primary" disabled={change.isPending || name.trim() === ""}>
            {t("finding.keep")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
