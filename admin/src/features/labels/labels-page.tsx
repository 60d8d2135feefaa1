import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { toApiError } from "@/lib/api-error";
import { useAgents } from "@/lib/agents";
import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { LABELS, LABEL_COLOURS } from "@/lib/labels";
import { useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import { AlertIcon, PlusIcon } from "@/ui/icons";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import type { LabelInfo, LabelList } from "@/wire/schema";
import { DeleteLabel } from "./delete-label";
import { LabelForm } from "./label-form";

type Open = { what: "edit" | "delete"; label: LabelInfo } | { what: "add" } | null;

/** Labels of sites, as supervisors keep them. */
export function LabelsPage() {
  const { t } = useI18n();
  const { api } = useServices();
  const errorText = useErrorText();
  const [open, setOpen] = useState<Open>(null);
  const agents = useAgents().data?.items ?? [];
  const sites = [...new Map(agents.map((each) => [each.site_id, each.site_name]))];
  const { data, error, isPending, refetch } = useQuery({
    queryKey: LABELS,
    queryFn: ({ signal }) => api<LabelList>("/labels", { signal }),
  });
  const close = () => setOpen(null);

  if (isPending) return <SkeletonList rows={5} label={t("app.loading")} />;
  if (!data) {
    return (
      <StatePanel
        alert
        picture={<AlertIcon className="size-7" />}
        title={t("labels.failed")}
        actions={<Button onClick={() => void refetch()}>{t("inbox.retry")}</Button>}
      >
        {errorText(toApiError(error))}
      </StatePanel>
    );
  }
  const add = (
    <Button look="primary" disabled={sites.length === 0} onClick={() => setOpen({ what: "add" })}>
      <PlusIcon />
      {t("labels.add")}
    </Button>
  );
  return (
    <div className="px-4 pb-8">
      <div className="flex flex-wrap items-center justify-between gap-3 pb-4">
        <p className="max-w-prose text-sm text-ink-soft">{t("labels.lead")}</p>
        {data.items.length > 0 && add}
      </div>
      {data.items.length === 0 ? (
        <StatePanel title={t("labels.empty")} actions={add}>
          {t("labels.emptyText")}
        </StatePanel>
      ) : (
        <ul aria-label={t("labels.title")} className="divide-y divide-line rounded-lg border border-line">
          {data.items.map((label) => (
            <li key={label.id} className="flex items-center gap-3 px-3 py-2">
              <span className={cx("size-3 shrink-0 rounded-full", LABEL_COLOURS[label.colour])} />
              <span className="min-w-0 grow">
                <span className="block truncate text-sm font-medium">{label.name}</span>
                <span className="block truncate text-xs text-ink-faint">
                  {[
                    sites.length > 1 && sites.find(([id]) => id === label.site_id)?.[1],
                    t("labels.on", { count: label.conversations }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </span>
              <Button aria-label={t("labels.changeNamed", { name: label.name })} onClick={() => setOpen({ what: "edit", label })}>
                {t("labels.change")}
              </Button>
              <Button
                look="ghost"
                aria-label={t("labels.deleteNamed", { name: label.name })}
                onClick={() => setOpen({ what: "delete", label })}
              >
                {t("labels.delete")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {open?.what === "add" && <LabelForm label={null} sites={sites} onClose={close} />}
      {open?.what === "edit" && <LabelForm label={open.label} sites={sites} onClose={close} />}
      {open?.what === "delete" && <DeleteLabel label={open.label} onClose={close} />}
    </div>
  );
}
