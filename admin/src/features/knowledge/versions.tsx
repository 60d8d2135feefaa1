import { useState } from "react";
import { toApiError } from "@/lib/api-error";
import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import { formatFull, formatSize } from "@/lib/i18n/format";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useOperator } from "@/lib/services";
import { Button } from "@/ui/button";
import { Select } from "@/ui/select";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import type { DocumentInfo, DocumentVersion } from "@/wire/schema";
import { DiffView } from "./diff-view";
import { RollBackDialog } from "./roll-back-dialog";
import { useVersions } from "./use-documents";

/** Who changed a document, when and how; any two of its versions side by side. */
export function Versions({ document, siteKey }: { document: DocumentInfo; siteKey: string }) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const { data, error, isPending, refetch } = useVersions(document);
  const [chosen, setChosen] = useState<{ before: number; after: number } | null>(null);

  if (isPending) return <SkeletonList rows={4} label={t("documents.versionsLoading")} />;
  if (error && !data) {
    return (
      <StatePanel
        alert
        title={t("documents.versionsFailed")}
        actions={<Button onClick={() => void refetch()}>{t("documents.retry")}</Button>}
      >
        {errorText(toApiError(error))}
      </StatePanel>
    );
  }
  const readable = data.items.filter((each) => each.is_read);
  const [newest, earlier] = readable;
  const known = new Set(readable.map(({ version }) => version));
  const kept = chosen && known.has(chosen.before) && known.has(chosen.after) ? chosen : null;
  const pair = kept ?? (newest && earlier ? { before: earlier.version, after: newest.version } : null);
  const options = readable.map(({ version }) => (
    <option key={version} value={version}>
      {t("documents.number", { version })}
    </option>
  ));

  return (
    <>
      <ol aria-label={t("documents.versions")} className="border-b border-line">
        {data.items.map((each) => (
          <VersionRow
            key={each.version}
            version={each}
            document={document}
            siteKey={siteKey}
            isCompared={pair?.before === each.version}
            compare={newest ? () => setChosen({ before: each.version, after: newest.version }) : null}
          />
        ))}
      </ol>
      <p className="px-4 pt-2 text-xs text-ink-faint">{t("documents.versionsKept", { most: data.most })}</p>
      {pair ? (
        <section aria-label={t("documents.compare")}>
          <div className="flex flex-wrap gap-3 px-4 pt-4">
            <Select
              label={t("documents.compareFrom")}
              value={String(pair.before)}
              onChange={(before) => setChosen({ ...pair, before: Number(before) })}
              className="min-w-0 grow basis-32 sm:max-w-48"
            >
              {options}
            </Select>
            <Select
              label={t("documents.compareTo")}
              value={String(pair.after)}
              onChange={(after) => setChosen({ ...pair, after: Number(after) })}
              className="min-w-0 grow basis-32 sm:max-w-48"
            >
              {options}
            </Select>
          </div>
          <DiffView documentId={document.id} before={pair.before} after={pair.after} />
        </section>
      ) : (
        <StatePanel title={t("documents.onlyOne")}>{t("documents.onlyOneText")}</StatePanel>
      )}
    </>
  );
}

interface VersionRowProps {
  version: DocumentVersion;
  document: DocumentInfo;
  siteKey: string;
  isCompared: boolean;
  /** Beside the newest that can be read. */
  compare: (() => void) | null;
}

function VersionRow({ version: each, document, siteKey, isCompared, compare }: VersionRowProps) {
  const { t, locale } = useI18n();
  const mayChange = useOperator().role !== "operator";
  const [isAsking, setIsAsking] = useState(false);
  const { version } = each;
  const facts = [
    each.author || t("documents.nobody"),
    t(`documents.how.${each.how}`),
    each.is_read ? formatSize(locale, each.size) : t("documents.unread"),
  ];
  return (
    <li
      data-testid="version"
      className={cx("flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2.5 last:border-0", isCompared && "bg-selected")}
    >
      <div className="min-w-0 grow text-sm">
        <p className="font-medium">
          {t("documents.number", { version })}
          {each.is_current && <span className="font-normal text-ink-faint">{` · ${t("documents.current")}`}</span>}
        </p>
        <p className="text-xs text-ink-faint">
          <time dateTime={each.at}>{formatFull(locale, each.at)}</time>
          {` · ${facts.join(" · ")}`}
        </p>
      </div>
      {!each.is_current && (
        <div className="flex gap-1">
          {compare && (
            <Button look="ghost" aria-label={t("documents.compareOf", { version })} onClick={compare}>
              {t("documents.compare")}
            </Button>
          )}
          {mayChange && (
            <Button look="ghost" aria-label={t("documents.rollBackOf", { version })} onClick={() => setIsAsking(true)}>
              {t("documents.rollBack")}
            </Button>
          )}
        </div>
      )}
      {isAsking && (
        <RollBackDialog document={document} siteKey={siteKey} version={version} onClose={() => setIsAsking(false)} />
      )}
    </li>
  );
}
