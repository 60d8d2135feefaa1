import { useState } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { Field } from "@/ui/field";
import { TextArea } from "@/ui/text-area";
import { useToast } from "@/ui/toaster";
import { EMPTY_DRAFT, type FormProps } from "./draft";
import { asAnswer, documentName } from "./files";
import { Form } from "./form";
import { Replaces } from "./replaces";
import { usePutDocument } from "./use-changes";

/** A question as visitors ask it, and what they are to be told. */
export function AddAnswer({ siteKey, agent, names, draft, change, onDone }: FormProps) {
  const { t } = useI18n();
  const toast = useToast();
  const put = usePutDocument();
  const [isTried, setIsTried] = useState(false);
  const name = documentName(draft.question);
  const answer = draft.answer.trim();

  function add(): void {
    setIsTried(true);
    if (name === "" || answer === "") return;
    const text = asAnswer(draft.question, draft.phrasings, answer);
    put.mutate(
      { site_key: siteKey, agent, name, text, kind: "answers" },
      {
        onSuccess: () => {
          toast({ text: t("knowledge.added", { name }) });
          const { question, phrasings, answer: nothing } = EMPTY_DRAFT;
          change({ question, phrasings, answer: nothing });
          onDone();
        },
      },
    );
  }

  return (
    <Form submit={t("knowledge.add")} isPending={put.isPending} error={put.error} onSubmit={add}>
      <Field
        label={t("knowledge.question")}
        value={draft.question}
        maxLength={200}
        error={isTried && name === "" ? t("knowledge.required") : undefined}
        onChange={(event) => change({ question: event.target.value })}
      />
      {names.has(name) && <Replaces name={name} />}
      <TextArea
        label={t("knowledge.phrasings")}
        hint={t("knowledge.phrasingsHint")}
        rows={2}
        maxLength={4_000}
        value={draft.phrasings}
        onChange={(event) => change({ phrasings: event.target.value })}
      />
      <TextArea
        label={t("knowledge.answer")}
        rows={5}
        maxLength={20_000}
        value={draft.answer}
        error={isTried && answer === "" ? t("knowledge.required") : undefined}
        onChange={(event) => change({ answer: event.target.value })}
      />
    </Form>
  );
}
