import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useAgents } from "@/lib/agents";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useOperator, useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import { Choice } from "@/ui/choice";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { TextArea } from "@/ui/text-area";
import { useToast } from "@/ui/toaster";
import type { AnswerPassage, CorrectionInfo } from "@/wire/schema";
import { useCaseForm } from "../case/case-forms";
import { caseOfCorrection } from "../case/form";
import { addToKnowledge, putCorrection } from "./api";
import { hasOwn, lackOf, toPut, type Draft } from "./form";
import { OwnPassage } from "./own-passage";
import { PassagePicker } from "./passage-picker";

const KINDS = ["answer", "wrong_agent", "hand_over"] as const;
const LIMIT = 4_000;

interface CorrectionFormProps {
  conversationId: string;
  messageId: string;
  siteId: string | null;
  agent: string | null;
  found: readonly AnswerPassage[];
  kept: CorrectionInfo | null;
  begun: Draft;
  offersCase: boolean;
  onClose: () => void;
}

export function CorrectionForm(props: CorrectionFormProps) {
  const { conversationId, messageId, siteId, agent, found, kept, begun, offersCase, onClose } = props;
  const { t } = useI18n();
  const { api } = useServices();
  const isSupervisor = useOperator().role !== "operator";
  const isDiscarded = kept?.state === "discarded";
  const errorText = useErrorText();
  const toast = useToast();
  const openCase = useCaseForm();
  const cache = useQueryClient();
  const agents = (useAgents().data?.items ?? []).filter((each) => each.site_id === siteId && each.enabled);
  const [draft, setDraft] = useState(begun);
  const [toKnowledge, setToKnowledge] = useState(false);
  const [isTold, setIsTold] = useState(false);
  const lack = lackOf(draft);
  const set = (next: Partial<Draft>) => setDraft((before) => ({ ...before, ...next }));
  const owner = agents.find((each) => each.slug === (draft.kind === "wrong_agent" ? draft.rightAgent : agent));

  const keep = useMutation({
    mutationFn: async () => {
      if (toKnowledge && owner && draft.kind !== "hand_over" && hasOwn(draft)) {
        const place = { siteKey: owner.site_key, agent: owner.slug };
        await addToKnowledge(api, place, draft.own, `correction-${messageId.slice(-12)}.md`);
      }
      return putCorrection(api, conversationId, messageId, toPut(draft));
    },
    onSuccess: (correction) => {
      const cited = found.find((each) => draft.chosen.some(({ id }) => id === each.passage_id))?.document_id ?? "";
      const run = () => openCase(caseOfCorrection(correction, cited));
      const canMake = offersCase && isSupervisor;
      toast({ text: t("assist.correct.kept"), ...(canMake && { action: { label: t("assist.makeCase"), run } }) });
      void cache.invalidateQueries({ queryKey: ["corrections"] });
      onClose();
    },
  });

  return (
    <form
      className="mt-4 space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        setIsTold(true);
        if (lack === null) keep.mutate();
      }}
    >
      {kept && (
        <p className="text-xs text-ink-soft">
          {t(`assist.correct.${isDiscarded ? (isSupervisor ? "revive" : "discarded") : "earlier"}`, {
            name: kept.updated_by_name,
          })}
        </p>
      )}
      <Choice
        label={t("assist.correct.what")}
        value={draft.kind}
        options={KINDS.map((value) => ({ value, label: t(`assist.kinds.${value}`) }))}
        onChange={(kind) => set({ kind })}
      />
      {draft.kind === "hand_over" && <p className="text-sm text-ink-soft">{t("assist.correct.handOver")}</p>}
      {draft.kind === "wrong_agent" && (
        <div>
          <Select
            label={t("assist.correct.agent")}
            value={draft.rightAgent}
            onChange={(rightAgent) => set({ rightAgent })}
          >
            <option value="">{t("assist.correct.pickAgent")}</option>
            {agents
              .filter((each) => each.slug !== agent)
              .map((each) => (
                <option key={each.slug} value={each.slug}>
                  {each.name}
                </option>
              ))}
          </Select>
          {isTold && lack === "agent" && <Lacking>{t("assist.correct.lacks.agent")}</Lacking>}
        </div>
      )}
      {draft.kind !== "hand_over" && (
        <>
          <TextArea
            label={t("assist.correct.answer")}
            hint={t("assist.correct.answerHint")}
            error={isTold && lack === "answer" ? t("assist.correct.lacks.answer") : undefined}
            rows={5}
            maxLength={LIMIT}
            value={draft.rightAnswer}
            onChange={(event) => set({ rightAnswer: event.target.value })}
          />
          <PassagePicker
            siteId={siteId}
            passages={found}
            chosen={draft.chosen}
            onChosen={(chosen) => set({ chosen })}
          />
          <OwnPassage
            own={draft.own}
            onOwn={(own) => set({ own })}
            error={isTold && lack === "own" ? t("assist.correct.lacks.own") : undefined}
            toKnowledge={isSupervisor && owner ? toKnowledge : null}
            onToKnowledge={setToKnowledge}
          />
        </>
      )}
      <Field
        label={t("assist.correct.comment")}
        maxLength={1_000}
        value={draft.comment}
        onChange={(event) => set({ comment: event.target.value })}
      />
      {keep.error && <Lacking>{errorText(toApiError(keep.error))}</Lacking>}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t("assist.correct.cancel")}</Button>
        <Button type="submit" look="primary" disabled={keep.isPending || (isDiscarded && !isSupervisor)}>
          {t("assist.correct.keep")}
        </Button>
      </div>
    </form>
  );
}

function Lacking({ children }: { children: string }) {
  return (
    <p role="alert" className="mt-1.5 text-sm text-danger-ink">
      {children}
    </p>
  );
}
