import { useState } from "react";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useOperator } from "@/lib/services";
import { Button } from "@/ui/button";
import { Choice } from "@/ui/choice";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import type { DocumentInfo } from "@/wire/schema";
import { AnswersEditor } from "./answers-editor";
import { DocumentPreview } from "./document-preview";
import { TextEditor } from "./text-editor";
import { useDocumentText } from "./use-documents";

/** A document in the hands of who keeps the knowledge, as text or as pairs; operators read it. */
export function EditPart({ document, siteKey }: { document: DocumentInfo; siteKey: string }) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const mayChange = useOperator().role !== "operator";
  const { data, error, isPending, refetch } = useDocumentText(document);
  const [chosen, setChosen] = useState<"text" | "answers" | null>(null);

  if (isPending) return <SkeletonList rows={5} label={t("documents.loading")} />;
  if (!data) {
    const { code } = toApiError(error);
    return code === "document_not_read" ? (
      <StatePanel title={t("documents.notRead")}>{t("documents.notReadText")}</StatePanel>
    ) : (
      <StatePanel
        alert
        title={t("documents.textFailed")}
        actions={<Button onClick={() => void refetch()}>{t("documents.retry")}</Button>}
      >
        {errorText(toApiError(error))}
      </StatePanel>
    );
  }
  if (!mayChange) {
    return (
      <div className="px-4 py-4">
        <p className="mb-3 text-xs text-ink-faint">{t("documents.readOnly")}</p>
        <DocumentPreview text={data.text} />
      </div>
    );
  }
  const mode = data.answers ? (chosen ?? data.kind) : "text";
  const common = { document, siteKey, text: data };
  return (
    <div className="space-y-4 px-4 py-4">
      {document.url && <Warning text={t("documents.pageWarning")} />}
      {!document.url && document.how === "upload" && <Warning text={t("documents.fileWarning")} />}
      {data.answers && (
        <div className="max-w-xs">
          <Choice
            label={t("documents.editAs")}
            value={mode}
            options={[
              { value: "answers", label: t("documents.asAnswers") },
              { value: "text", label: t("documents.asText") },
            ]}
            onChange={setChosen}
          />
        </div>
      )}
      {mode === "answers" && data.answers ? (
        <AnswersEditor key={document.id} {...common} answers={data.answers} />
      ) : (
        <TextEditor key={document.id} {...common} />
      )}
    </div>
  );
}

function Warning({ text }: { text: string }) {
  return <p className="rounded-md bg-waiting-tint px-3 py-2 text-sm text-pretty text-waiting-ink">{text}</p>;
}
