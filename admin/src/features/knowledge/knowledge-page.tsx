import { useQueryClient } from "@tanstack/react-query";
import { Suspense, useEffect, useState } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { withTexts } from "@/lib/i18n/with-texts";
import { useOperator, useServices } from "@/lib/services";
import { useStore } from "@/lib/store";
import { Button } from "@/ui/button";
import { PlusIcon } from "@/ui/icons";
import { SkeletonList } from "@/ui/skeleton";
import { AddDialog, type Kind } from "./add-dialog";
import { DeletedList } from "./deleted-list";
import { DocumentList } from "./document-list";
import { DropArea } from "./drop-area";
import { FailedKnowledge } from "./failed-knowledge";
import { SectionTabs, type Section } from "./section-tabs";
import { SourceList } from "./source-list";
import { UploadList } from "./upload-list";
import { useNews } from "./use-news";
import { useFilters } from "./use-filters";
import { DOCUMENTS, useKnowledge } from "./use-knowledge";

const AskSection = withTexts(["ask", "why", "assist"], async () => (await import("./ask/ask-section")).AskSection);

/** What the agents answer from: documents, and the places on the web that become documents. */
export function KnowledgePage({ section }: { section: Section }) {
  const { t } = useI18n();
  const mayChange = useOperator().role !== "operator";
  const knowledge = useKnowledge();
  const { filters } = useFilters();
  const [kind, setKind] = useState<Kind | null>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const hasAgents = knowledge.sites.length > 0;
  useArrivals();
  useNews();

  function stage(dropped: readonly File[]): void {
    setFiles((before) => [...before, ...dropped]);
    setKind("files");
  }

  return (
    <DropArea enabled={mayChange && hasAgents} onDrop={stage}>
      <div className="flex h-14 shrink-0 items-center justify-between gap-3 px-4">
        <h1 className="text-lg font-semibold tracking-tight">{t("knowledge.title")}</h1>
        {mayChange && (
          <Button look="primary" disabled={!hasAgents} onClick={() => setKind(section === "sources" ? "source" : "files")}>
            <PlusIcon />
            {t("knowledge.add")}
          </Button>
        )}
      </div>
      <SectionTabs section={section} />
      <UploadList sites={knowledge.sites} />
      <Content section={section} knowledge={knowledge} mayChange={mayChange} />
      {mayChange && hasAgents && (
        <AddDialog
          kind={kind}
          onKind={setKind}
          sites={knowledge.sites}
          documents={knowledge.documents}
          place={filters.place}
          files={files}
          onFiles={setFiles}
        />
      )}
    </DropArea>
  );
}

interface ContentProps {
  section: Section;
  knowledge: ReturnType<typeof useKnowledge>;
  mayChange: boolean;
}

function Content({ section, knowledge, mayChange }: ContentProps) {
  const { t } = useI18n();
  const { sites, documents, sources, error } = knowledge;
  if (section === "deleted" && sites.length > 0) return <DeletedList sites={sites} />;
  if (error) return <FailedKnowledge error={error} />;
  if (knowledge.isPending) return <SkeletonList rows={7} label={t("app.loading")} />;
  if (section === "ask") {
    return (
      <Suspense fallback={<SkeletonList rows={3} label={t("app.loading")} />}>
        <AskSection sites={sites} />
      </Suspense>
    );
  }
  if (section === "sources") {
    return <SourceList sources={sources} several={sites.length > 1} mayChange={mayChange} />;
  }
  return <DocumentList sites={sites} documents={documents} mayChange={mayChange} />;
}

/** A file that has arrived is a document now. */
function useArrivals(): void {
  const { uploads } = useServices();
  const cache = useQueryClient();
  const arrived = useStore(uploads.arrived);
  useEffect(() => {
    if (arrived > 0) void cache.invalidateQueries({ queryKey: [DOCUMENTS] });
  }, [arrived, cache]);
}
