import { useState } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { Choice } from "@/ui/choice";
import { TextArea } from "@/ui/text-area";
import { useToast } from "@/ui/toaster";
import type { DocumentInfo, DocumentText } from "@/wire/schema";
import { DocumentPreview } from "./document-preview";
import { SaveBar } from "./save-bar";
import { usePutText } from "./use-documents";
import { useDraft } from "./use-draft";

interface TextEditorProps {
  document: DocumentInfo;
  siteKey: string;
  text: DocumentText;
}

const isText = (value: unknown): value is string => typeof value === "string";

/** A document as Markdown. What is typed is kept until it is saved or discarded. */
export function TextEditor({ document, siteKey, text: kept }: TextEditorProps) {
  const { t } = useI18n();
  const toast = useToast();
  const put = usePutText(siteKey, document.id);
  const [draft, setDraft] = useDraft(`text.${document.id}`, isText);
  const [view, setView] = useState<"write" | "preview">("write");
  const text = draft?.value ?? kept.text;
  const isDirty = draft !== null && draft.value !== kept.text;
  const isConflict = draft !== null && draft.base !== kept.version;

  function discard(): void {
    setDraft(null);
    put.reset();
  }

  function save(): void {
    if (put.isPending || text.trim() === "") return;
    put.mutate(
      // Whoever saves over another version has been told of it.
      { text, base: isConflict ? kept.version : (draft?.base ?? kept.version) },
      {
        onSuccess: ({ version }) => {
          setDraft(null);
          toast({ text: t("documents.saved", { version }) });
        },
      },
    );
  }

  return (
    <>
      <div className="max-w-xs">
        <Choice
          label={t("documents.view")}
          value={view}
          options={[
            { value: "write", label: t("documents.write") },
            { value: "preview", label: t("documents.preview") },
          ]}
          onChange={setView}
        />
      </div>
      {view === "write" ? (
        <TextArea
          label={t("documents.text")}
          hint={t("documents.textHint")}
          rows={22}
          maxLength={1_000_000}
          spellCheck
          value={text}
          className="font-mono text-sm"
          onChange={(event) => setDraft({ base: draft?.base ?? kept.version, value: event.target.value })}
        />
      ) : (
        <DocumentPreview text={text} />
      )}
      {(isDirty || put.isError) && (
        <SaveBar
          document={document}
          problem={text.trim() === "" ? t("documents.required") : null}
          error={put.error}
          isPending={put.isPending}
          isConflict={isConflict}
          onSave={save}
          onDiscard={discard}
        />
      )}
    </>
  );
}
