import { useId } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { formatSize } from "@/lib/i18n/format";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import { CloseIcon, UploadIcon } from "@/ui/icons";
import { ACCEPTED, FILE_LIMIT, fileProblem } from "./files";
import { useTroubleText } from "./troubles";

interface AddFilesProps {
  siteKey: string;
  agent: string;
  names: ReadonlySet<string>;
  files: readonly File[];
  onFiles: (files: readonly File[]) => void;
  onDone: () => void;
}

/** Files that were chosen, or dropped anywhere on the page; what cannot be read is said before anything is sent. */
export function AddFiles({ siteKey, agent, names, files, onFiles, onDone }: AddFilesProps) {
  const { t, locale } = useI18n();
  const { uploads } = useServices();
  const id = useId();
  const good = files.filter((file) => fileProblem(file) === null).length;

  function send(): void {
    uploads.add(files.map((file) => ({ siteKey, agent, file, problem: fileProblem(file) })));
    onFiles([]);
    onDone();
  }

  return (
    <>
      <label
        htmlFor={id}
        className="flex cursor-pointer flex-col items-center gap-1 rounded-lg border border-dashed border-line-strong bg-sunken px-4 py-6 text-center text-sm hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-focus"
      >
        <UploadIcon className="size-6 text-ink-faint" />
        <span className="font-medium text-accent-ink">{t("knowledge.choose")}</span>
        <span className="text-xs text-pretty text-ink-faint">
          {t("knowledge.accepted", { size: formatSize(locale, FILE_LIMIT) })}
        </span>
        <input
          id={id}
          type="file"
          multiple
          accept={ACCEPTED}
          className="sr-only"
          onChange={(event) => {
            onFiles([...files, ...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </label>
      {files.length > 0 && (
        <ul aria-label={t("knowledge.chosen")} className="max-h-60 overflow-y-auto rounded-md border border-line">
          {files.map((file, place) => (
            <ChosenFile
              key={`${place} ${file.name}`}
              file={file}
              replaces={names.has(file.name)}
              remove={() => onFiles(files.filter((each) => each !== file))}
            />
          ))}
        </ul>
      )}
      <div className="flex justify-end">
        <Button look="primary" disabled={good === 0} onClick={send}>
          {t(good === 0 ? "knowledge.upload" : "knowledge.uploadCount", { count: good })}
        </Button>
      </div>
    </>
  );
}

function ChosenFile({ file, replaces, remove }: { file: File; replaces: boolean; remove: () => void }) {
  const { t, locale } = useI18n();
  const errorText = useErrorText();
  const troubleText = useTroubleText();
  const problem = fileProblem(file);
  return (
    <li className="flex items-start gap-2 border-b border-line py-1.5 pr-1.5 pl-3 last:border-0">
      <div className="min-w-0 grow text-sm">
        <p className="truncate font-medium">{file.name}</p>
        <p className="text-xs text-ink-faint">
          {formatSize(locale, file.size)}
          {replaces && problem === null && (
            <span className="text-waiting-ink">{` · ${t("knowledge.willReplace")}`}</span>
          )}
        </p>
        {problem && (
          <p className="text-pretty text-danger-ink">{troubleText(problem.code) ?? errorText(problem)}</p>
        )}
      </div>
      <Button look="ghost" square aria-label={t("knowledge.leaveOut", { name: file.name })} onClick={remove}>
        <CloseIcon />
      </Button>
    </li>
  );
}
