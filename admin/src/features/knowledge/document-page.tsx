import { useState } from "react";
import { Link, useLocation, useNavigate } from "react-router";
import { useI18n } from "@/lib/i18n/i18n";
import { formatFull } from "@/lib/i18n/format";
import { paths } from "@/lib/paths";
import { useOperator } from "@/lib/services";
import { Button } from "@/ui/button";
import { BackIcon, TrashIcon } from "@/ui/icons";
import { SafeLink } from "@/ui/safe-link";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import { useToast } from "@/ui/toaster";
import type { DocumentInfo } from "@/wire/schema";
import { DeleteDialog } from "./delete-dialog";
import { DocumentFacts } from "./document-facts";
import { EditPart } from "./edit-part";
import { FailedKnowledge } from "./failed-knowledge";
import { agentName, titleOf, type Of } from "./knowledge";
import { PartTabs, type Part } from "./part-tabs";
import { Passages } from "./passages";
import { Problems } from "./problems";
import { ShareSwitch } from "./share-switch";
import { StateMark } from "./state-mark";
import { Versions } from "./versions";
import { useRestore } from "./use-documents";
import { useNews } from "./use-news";
import { useKnowledge } from "./use-knowledge";

/** One document, as the agents are given it. */
export function DocumentPage({ documentId, part }: { documentId: string; part: Part }) {
  const { t } = useI18n();
  const { search } = useLocation();
  const { documents, sites, isPending, error } = useKnowledge();
  useNews();
  const found = documents.find(({ item }) => item.id === documentId);

  return (
    <div className="flex min-h-full flex-col">
      <div className="flex h-12 shrink-0 items-center px-2">
        <Link
          to={paths.knowledge() + search}
          className="inline-flex h-8 items-center gap-1 rounded-md px-2 text-sm font-medium text-ink-soft hover:bg-hover pointer-coarse:h-10"
        >
          <BackIcon />
          {t("knowledge.back")}
        </Link>
      </div>
      {found && <Opened key={found.item.id} {...found} several={sites.length > 1} part={part} />}
      {!found && error && <FailedKnowledge error={error} />}
      {!found && !error && isPending && <SkeletonList rows={6} label={t("app.loading")} />}
      {!found && !error && !isPending && (
        <StatePanel testId="no-document" title={t("knowledge.noDocument")}>
          {t("knowledge.noDocumentText")}
        </StatePanel>
      )}
    </div>
  );
}

interface OpenedProps extends Of<DocumentInfo> {
  several: boolean;
  part: Part;
}

function Opened({ site, item: document, several, part }: OpenedProps) {
  const { t, locale } = useI18n();
  const { search } = useLocation();
  const navigate = useNavigate();
  const toast = useToast();
  const mayChange = useOperator().role !== "operator";
  const [isAsking, setIsAsking] = useState(false);
  const restore = useRestore(site.key);
  const { url } = document;
  const title = titleOf(document);

  function gone(): void {
    toast({
      text: t("knowledge.deleted", { name: title }),
      action: { label: t("documents.undo"), run: () => restore.mutate(document.id) },
    });
    void navigate(paths.knowledge() + search, { replace: true });
  }

  return (
    <>
      <title>{`${title} · ${t("app.name")}`}</title>
      <header className="border-b border-line px-4 pb-4">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <h1 className="min-w-0 text-lg font-semibold tracking-tight text-balance wrap-anywhere">{title}</h1>
          {mayChange && (
            <Button onClick={() => setIsAsking(true)}>
              <TrashIcon />
              {t("knowledge.delete")}
            </Button>
          )}
        </div>
        {url ? (
          <p className="text-sm">
            <SafeLink href={url} host={URL.canParse(url) ? new URL(url).host : url} text={url} />
          </p>
        ) : (
          title !== document.name && <p className="text-sm text-ink-faint wrap-anywhere">{document.name}</p>
        )}
        <p data-testid="facts" className="mt-2 flex items-start gap-1.5 text-sm text-ink-soft">
          <StateMark state={document.state} className="mt-0.5" />
          <span>
            <DocumentFacts document={document} />
          </span>
        </p>
        <p className="mt-0.5 text-xs text-ink-faint">
          {[agentName(site, document.agent), several && site.name].filter(Boolean).join(" · ")}
          {" · "}
          <time dateTime={document.updated_at}>
            {t("knowledge.updated", { date: formatFull(locale, document.updated_at) })}
          </time>
        </p>
        <Problems problems={document.errors} failed={document.state === "failed"} className="mt-2" />
        {mayChange && <ShareSwitch document={document} siteKey={site.key} />}
      </header>
      <PartTabs documentId={document.id} part={part} />
      {part === "passages" && <Passages document={document} />}
      {part === "edit" && <EditPart document={document} siteKey={site.key} />}
      {part === "versions" && <Versions document={document} siteKey={site.key} />}
      <DeleteDialog
        open={isAsking}
        document={document}
        siteKey={site.key}
        onCancel={() => setIsAsking(false)}
        onDeleted={gone}
      />
    </>
  );
}
