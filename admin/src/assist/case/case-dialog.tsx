import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useAgents } from "@/lib/agents";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { TextArea } from "@/ui/text-area";
import { useToast } from "@/ui/toaster";
import { casesKey, citable, putCase } from "./api";
import { ACTIONS, lackOf, toPut, type CaseDraft, type CaseSeed } from "./form";
import { CaseHistory } from "./case-history";

interface CaseDialogProps {
  seed: CaseSeed;
  onClose: () => void;
}

/** A question, and what is expected of the agents from now on. */
export function CaseDialog({ seed, onClose }: CaseDialogProps) {
  const { t } = useI18n();
  const { api } = useServices();
  const errorText = useErrorText();
  const toast = useToast();
  const cache = useQueryClient();
  const { siteId, conversationId } = seed;
  const [id] = useState(() => seed.id ?? crypto.randomUUID());
  const [draft, setDraft] = useState(seed.draft);
  const [isTold, setIsTold] = useState(false);
  const lack = lackOf(draft);
  const told = isTold ? lack : null;
  const set = (next: Partial<CaseDraft>) => setDraft((before) => ({ ...before, ...next }));

  const agents = (useAgents().data?.items ?? []).filter((each) => each.site_id === siteId);
  const siteKey = agents[0]?.site_key;
  const documents = useQuery({
    queryKey: ["citable", siteId],
    queryFn: ({ signal }) => citable(api, siteKey ?? "", signal),
    enabled: siteKey !== undefined,
  });
  const known = documents.data?.items ?? [];
  const isGone = draft.documentId !== "" && !known.some((each) => each.id === draft.documentId);

  const keep = useMutation({
    mutationFn: () => putCase(api, siteId, id, toPut(draft, conversationId)),
    onSuccess: () => {
      toast({ text: t("cases.kept") });
      void cache.invalidateQueries({ queryKey: casesKey(siteId) });
      onClose();
    },
  });

  return (
    <Dialog open wide onClose={onClose} title={t(seed.id === undefined ? "cases.new" : "cases.change")}>
      <form
        noValidate
        className="mt-4 space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          setIsTold(true);
          if (lack === null && !keep.isPending) keep.mutate();
        }}
      >
        <TextArea
          label={t("cases.question")}
          rows={3}
          maxLength={4_000}
          data-initial-focus=""
          value={draft.question}
          error={told === "question" ? t("cases.lacks.question") : undefined}
          onChange={(event) => set({ question: event.target.value })}
        />
        <CaseHistory history={draft.history} onRemove={() => set({ history: [] })} />
        <fieldset className="space-y-4 border-t border-line pt-3">
          <legend className="sr-only">{t("cases.expected")}</legend>
          <div className="grid gap-4 sm:grid-cols-2">
            <Select label={t("cases.action")} value={draft.action} onChange={(value) => set({ action: ACTIONS.find((each) => each === value) ?? "" })}>
              <option value="">{t("cases.any")}</option>
              {ACTIONS.map((each) => (
                <option key={each} value={each}>
                  {t(`cases.actions.${each}`)}
                </option>
              ))}
            </Select>
            <Select label={t("cases.agent")} value={draft.agent} onChange={(agent) => set({ agent })}>
              <option value="">{t("cases.any")}</option>
              {draft.agent !== "" && !agents.some((each) => each.slug === draft.agent) && <option>{draft.agent}</option>}
              {agents
                .filter((each) => each.enabled || each.slug === draft.agent)
                .map((each) => (
                  <option key={each.slug} value={each.slug}>
                    {each.name}
                  </option>
                ))}
            </Select>
          </div>
          <Select label={t("cases.document")} value={draft.documentId} onChange={(documentId) => set({ documentId })}>
            <option value="">{t("cases.any")}</option>
            {isGone && <option value={draft.documentId}>{t(documents.isSuccess ? "cases.gone" : "app.loading")}</option>}
            {known.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </Select>
          <TextArea
            label={t("cases.contains")}
            hint={t("cases.containsHint")}
            rows={2}
            value={draft.contains}
            error={told === "texts" ? t("cases.lacks.texts") : undefined}
            onChange={(event) => set({ contains: event.target.value })}
          />
        </fieldset>
        <Field label={t("cases.note")} maxLength={500} value={draft.note} onChange={(event) => set({ note: event.target.value })} />
        {conversationId !== null && (
          <label className="flex cursor-pointer items-start gap-2 text-sm">
            <input
              type="checkbox"
              className="mt-0.5 size-4 shrink-0 accent-accent"
              checked={draft.keeps}
              onChange={(event) => set({ keeps: event.target.checked })}
            />
            <span>
              {t("cases.keeps")}
              <span className="block text-xs text-ink-faint">{t("cases.keepsHint")}</span>
            </span>
          </label>
        )}
        {told === "expected" && <Told>{t("cases.lacks.expected")}</Told>}
        {keep.error && <Told>{errorText(toApiError(keep.error))}</Told>}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("cases.cancel")}</Button>
          <Button type="submit" look="primary" aria-busy={keep.isPending}>
            {t("cases.save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Told({ children }: { children: string }) {
  return (
    <p role="alert" className="text-sm text-danger-ink">
      {children}
    </p>
  );
}
