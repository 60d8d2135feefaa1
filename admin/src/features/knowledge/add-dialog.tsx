import { useState } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { Choice } from "@/ui/choice";
import { Dialog } from "@/ui/dialog";
import { Select } from "@/ui/select";
import type { DocumentInfo } from "@/wire/schema";
import { AddAnswer } from "./add-answer";
import { AddFiles } from "./add-files";
import { AddSource } from "./add-source";
import { AddText } from "./add-text";
import { AgentOptions } from "./agent-options";
import { EMPTY_DRAFT, type Draft } from "./draft";
import { placeOf, splitPlace, type Of, type Site } from "./knowledge";

const KINDS = ["files", "text", "answer", "source"] as const;

/** What is being added. */
export type Kind = (typeof KINDS)[number];

interface AddDialogProps {
  /** Nothing is added while it is null. */
  kind: Kind | null;
  onKind: (kind: Kind | null) => void;
  sites: readonly Site[];
  documents: readonly Of<DocumentInfo>[];
  /** The agent that is looked at: most likely it is to learn. */
  place: string;
  files: readonly File[];
  onFiles: (files: readonly File[]) => void;
}

/** Four ways to teach an agent. What is written here outlives a dialog closed by accident. */
export function AddDialog({ kind, onKind, sites, documents, files, onFiles, ...rest }: AddDialogProps) {
  const { t } = useI18n();
  const [chosenPlace, setPlace] = useState<string | null>(null);
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);

  const places = sites.flatMap((site) => site.agents.map((agent) => placeOf(site.key, agent.slug)));
  const place = [chosenPlace, rest.place].find((each) => each !== null && places.includes(each)) ?? places[0] ?? "";
  const { siteKey, agent } = splitPlace(place);
  const names = new Set(
    documents
      .filter(({ site, item }) => placeOf(site.key, item.agent) === place)
      .map(({ item }) => item.name),
  );
  const common = {
    siteKey,
    agent,
    names,
    draft,
    change: (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })),
    onDone: close,
  };

  function close(): void {
    onKind(null);
  }

  return (
    <Dialog open={kind !== null} onClose={close} title={t("knowledge.addTitle")} wide>
      <div className="mt-4 space-y-4">
        <Choice
          label={t("knowledge.kind")}
          value={kind ?? "files"}
          options={KINDS.map((value) => ({ value, label: t(`knowledge.kinds.${value}`) }))}
          onChange={onKind}
        />
        <Select label={t("knowledge.forAgent")} value={place} onChange={setPlace}>
          <AgentOptions sites={sites} />
        </Select>
        {kind === "files" && (
          <AddFiles siteKey={siteKey} agent={agent} names={names} files={files} onFiles={onFiles} onDone={close} />
        )}
        {kind === "text" && <AddText {...common} />}
        {kind === "answer" && <AddAnswer {...common} />}
        {kind === "source" && <AddSource {...common} />}
      </div>
    </Dialog>
  );
}
