import { useParams } from "react-router";
import { DocumentPage } from "@/features/knowledge/document-page";
import { isPart } from "@/features/knowledge/part-tabs";
import { KnowledgePage } from "@/features/knowledge/knowledge-page";
import type { Section } from "@/features/knowledge/section-tabs";
import { useI18n } from "@/lib/i18n/i18n";
import { NotFoundRoute } from "./not-found";

/** Supervisors and administrators change what the agents know; operators look. */
export function KnowledgeRoute({ section }: { section: Section }) {
  const { t } = useI18n();
  const { documentId, part } = useParams();
  if (part !== undefined && !isPart(part)) return <NotFoundRoute />;
  return (
    <main className="flex min-w-0 grow md:pt-2">
      <title>{`${t("knowledge.title")} · ${t("app.name")}`}</title>
      <div className="min-w-0 grow overflow-y-auto overscroll-contain border-line bg-surface max-md:pb-14 md:rounded-tl-xl md:border-t md:border-l">
        <div className="mx-auto min-h-full max-w-4xl">
          {documentId === undefined ? (
            <KnowledgePage section={section} />
          ) : (
            <DocumentPage documentId={documentId} part={part ?? "passages"} />
          )}
        </div>
      </div>
    </main>
  );
}
