import { useDeferredValue, useId, useRef, useState } from "react";
import { saveCsv } from "@/lib/download";
import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { DownloadIcon, PlusIcon, SearchIcon, UploadIcon } from "@/ui/icons";
import { useToast } from "@/ui/toaster";
import type { AnswerPair, DocumentInfo, DocumentText } from "@/wire/schema";
import {
  fromCsv,
  isIncomplete,
  isSamePairs,
  matches,
  MOST_PAIRS,
  moved,
  newPair,
  toCsv,
  toEdited,
  toPairs,
  type EditedPair,
} from "./answers";
import { AnswerRow } from "./answer-row";
import { titleOf } from "./knowledge";
import { SaveBar } from "./save-bar";
import { useDraft } from "./use-draft";
import { usePutAnswers } from "./use-documents";

const STEP = 50;

interface Edited {
  readonly title: string;
  readonly pairs: readonly EditedPair[];
}

interface AnswersEditorProps {
  document: DocumentInfo;
  siteKey: string;
  text: DocumentText;
  answers: readonly AnswerPair[];
}

/** A list of questions and answers as a form; saved whole, as one version. */
export function AnswersEditor({ document, siteKey, text: kept, answers }: AnswersEditorProps) {
  const { t, locale } = useI18n();
  const toast = useToast();
  const id = useId();
  const put = usePutAnswers(siteKey, document.id);
  const [draft, setDraft] = useDraft(`answers.${document.id}`, isEdited);
  // Keys are made once for each version, so that what is opened stays open while others look on.
  const [original, setOriginal] = useState(() => ({ version: kept.version, ...edited(kept, answers) }));
  if (original.version !== kept.version) setOriginal({ version: kept.version, ...edited(kept, answers) });
  const { title, pairs } = draft?.value ?? original;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [search, setSearch] = useState("");
  const [most, setMost] = useState(STEP);
  const [isTried, setIsTried] = useState(false);
  const [said, setSaid] = useState("");
  const file = useRef<HTMLInputElement>(null);
  const wanted = useDeferredValue(search);

  const isDirty = draft !== null && !(title === original.title && isSamePairs(pairs, original.pairs));
  const isConflict = draft !== null && draft.base !== kept.version;
  const found = pairs.filter((pair) => matches(pair, wanted, locale) || isIncomplete(pair));
  const incomplete = pairs.filter(isIncomplete).length;
  const calledOf = (pair: EditedPair) =>
    pair.question.trim() || t("documents.answers.unnamed", { number: pairs.indexOf(pair) + 1 });

  function change(next: Partial<Edited>): void {
    setDraft({ base: draft?.base ?? kept.version, value: { title, pairs, ...next } });
  }

  function add(): void {
    const pair = newPair();
    change({ pairs: [pair, ...pairs] });
    setOpened(new Set([...opened, pair.key]));
    requestAnimationFrame(() => globalThis.document.getElementById(`${id}-${pair.key}`)?.focus());
  }

  function remove(pair: EditedPair): void {
    const before = pairs;
    change({ pairs: pairs.filter((each) => each !== pair) });
    toast({
      text: t("documents.answers.removed"),
      action: { label: t("documents.answers.undo"), run: () => change({ pairs: before }) },
    });
  }

  function move(pair: EditedPair, step: -1 | 1): void {
    const next = moved(pairs, pair.key, step);
    const place = next.findIndex((each) => each.key === pair.key) + 1;
    setSaid(t("documents.answers.moved", { question: calledOf(pair), place, count: next.length }));
    change({ pairs: next });
  }

  async function load(chosen: File | undefined): Promise<void> {
    if (!chosen) return;
    const more = fromCsv(await chosen.text());
    if (more.length === 0) toast({ text: t("documents.answers.importEmpty") });
    else if (more.length + pairs.length > MOST_PAIRS) toast({ text: t("documents.answers.importMany", { most: MOST_PAIRS }) });
    else {
      change({ pairs: [...more, ...pairs] });
      toast({ text: t("documents.answers.imported", { count: more.length }) });
    }
  }

  function save(): void {
    setIsTried(true);
    if (put.isPending) return;
    if (incomplete > 0 || pairs.length === 0) {
      setOpened(new Set([...opened, ...pairs.filter(isIncomplete).map(({ key }) => key)]));
      return;
    }
    put.mutate(
      { title: title.trim(), pairs: toPairs(pairs), base: isConflict ? kept.version : (draft?.base ?? kept.version) },
      {
        onSuccess: ({ version }) => {
          setDraft(null);
          setIsTried(false);
          toast({ text: t("documents.saved", { version }) });
        },
      },
    );
  }

  function download(): void {
    const columns = [
      t("documents.answers.columns.question"),
      t("documents.answers.columns.answer"),
      t("documents.answers.columns.agent"),
      t("documents.answers.columns.url"),
    ] as const;
    saveCsv(toCsv(pairs, columns), `${titleOf(document).replace(/[\\/:*?"<>|]/g, "-")}.csv`);
  }

  return (
    <>
      <Field
        label={t("documents.answers.title")}
        value={title}
        maxLength={200}
        onChange={(event) => change({ title: event.target.value })}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={add} disabled={pairs.length >= MOST_PAIRS}>
          <PlusIcon />
          {t("documents.answers.add")}
        </Button>
        <Button onClick={() => file.current?.click()}>
          <UploadIcon />
          {t("documents.answers.import")}
        </Button>
        <Button onClick={download} disabled={pairs.length === 0}>
          <DownloadIcon />
          {t("documents.answers.export")}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".csv,text/csv"
          aria-label={t("documents.answers.import")}
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            void load(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </div>
      <div className="relative">
        <label htmlFor={id} className="sr-only">
          {t("documents.answers.search")}
        </label>
        <SearchIcon className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-faint" />
        <input
          id={id}
          type="search"
          value={search}
          placeholder={t("documents.answers.search")}
          onChange={(event) => setSearch(event.target.value)}
          className="h-8 w-full rounded-md border border-line bg-surface pr-2 pl-8 text-sm focus-visible:outline-offset-0 pointer-coarse:h-10 pointer-coarse:text-lg"
        />
      </div>
      <p role="status" className="text-xs text-ink-faint">
        {said && <span className="sr-only">{said}</span>}
        {t("documents.answers.count", { count: pairs.length })}
        {wanted.trim() !== "" && `, ${t("documents.answers.found", { count: found.length })}`}
      </p>
      {found.length === 0 && pairs.length > 0 && <p className="text-sm text-ink-soft">{t("documents.answers.nothing")}</p>}
      <ol aria-label={t("documents.answers.list")} className="rounded-md border border-line empty:hidden">
        {found.slice(0, most).map((pair) => (
          <AnswerRow
            key={pair.key}
            fieldId={`${id}-${pair.key}`}
            pair={pair}
            called={calledOf(pair)}
            isOpen={opened.has(pair.key)}
            isTried={isTried}
            isFirst={pair === pairs[0]}
            isLast={pair === pairs.at(-1)}
            onToggle={(isOpen) => {
              const next = new Set(opened);
              if (isOpen) next.add(pair.key);
              else next.delete(pair.key);
              setOpened(next);
            }}
            onChange={(part) => change({ pairs: pairs.map((each) => (each === pair ? { ...each, ...part } : each)) })}
            onMove={(step) => move(pair, step)}
            onRemove={() => remove(pair)}
          />
        ))}
      </ol>
      {found.length > most && (
        <Button onClick={() => setMost(most + STEP)}>{t("documents.answers.more")}</Button>
      )}
      {(isDirty || put.isError) && (
        <SaveBar
          document={document}
          problem={problem()}
          error={put.error}
          isPending={put.isPending}
          isConflict={isConflict}
          onSave={save}
          onDiscard={() => {
            setDraft(null);
            setIsTried(false);
            put.reset();
          }}
        />
      )}
    </>
  );

  function problem(): string | null {
    if (pairs.length === 0) return t("documents.required");
    return isTried && incomplete > 0 ? t("documents.answers.incomplete", { count: incomplete }) : null;
  }
}

function edited({ text }: DocumentText, answers: readonly AnswerPair[]): Edited {
  // The title of the list is its first heading; a list without one has none.
  const title = /^\s*# +(.+?) *#*$/m.exec(text.split("\n## ", 1)[0] ?? "")?.[1] ?? "";
  return { title, pairs: toEdited(answers) };
}

function isEdited(value: unknown): value is Edited {
  return typeof value === "object" && value !== null && "pairs" in value && Array.isArray(value.pairs) && "title" in value;
}
