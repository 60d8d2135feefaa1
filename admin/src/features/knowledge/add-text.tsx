import { useState } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { Field } from "@/ui/field";
import { TextArea } from "@/ui/text-area";
import { useToast } from "@/ui/toaster";
import { EMPTY_DRAFT, type FormProps } from "./draft";
import { asText, documentName } from "./files";
import { Form } from "./form";
import { Replaces } from "./replaces";
import { usePutDocument } from "./use-changes";

const TEXT_LIMIT = 900_000;

/** A text under a title. */
export function AddText({ siteKey, agent, names, draft, change, onDone }: FormProps) {
  const { t } = useI18n();
  const toast = useToast();
  const put = usePutDocument();
  const [isTried, setIsTried] = useState(false);
  const name = documentName(draft.title);
  const text = draft.text.trim();

  function add(): void {
    setIsTried(true);
    if (name === "" || text === "") return;
    put.mutate(
      { site_key: siteKey, agent, name, text: asText(draft.title, text), kind: "text" },
      {
        onSuccess: () => {
          toast({ text: t("knowledge.added", { name }) });
          change({ title: EMPTY_DRAFT.title, text: EMPTY_DRAFT.text });
          onDone();
        },
      },
    );
  }

  return (
    <Form submit={t("knowledge.add")} isPending={put.isPending} error={put.error} onSubmit={add}>
      <Field
        label={t("knowledge.textTitle")}
        value={draft.title}
        maxLength={200}
        error={isTried && name === "" ? t("knowledge.required") : undefined}
        onChange={(event) => change({ title: event.target.value })}
      />
      {names.has(name) && <Replaces name={name} />}
      <TextArea
        label={t("knowledge.text")}
        hint={t("knowledge.textHint")}
        rows={9}
        maxLength={TEXT_LIMIT}
        value={draft.text}
        error={isTried && text === "" ? t("knowledge.required") : undefined}
        onChange={(event) => change({ text: event.target.value })}
      />
    </Form>
  );
}
