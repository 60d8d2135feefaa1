import { formatPercent, formatSize } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { CloseIcon, FileIcon } from "@/ui/icons";
import { MOST, type Tray, type TrayFile } from "./use-tray";

/** What goes with the next message. */
export function FileTray({ tray }: { tray: Tray }) {
  const { t } = useI18n();
  return (
    <>
      <ul aria-label={t("files.tray")} data-testid="tray" className="flex flex-wrap gap-1.5 px-3.5 pt-2.5">
        {tray.files.map((each) => (
          <Item key={each.id} item={each} onRemove={() => tray.remove(each.id)} />
        ))}
      </ul>
      {tray.full && (
        <p role="alert" className="px-3.5 pt-1.5 text-xs text-danger-ink">
          {t("files.tooMany", { count: MOST })}
        </p>
      )}
    </>
  );
}

function Item({ item, onRemove }: { item: TrayFile; onRemove: () => void }) {
  const { t, locale } = useI18n();
  const errorText = useErrorText();
  const { file, sent, attachment, error } = item;
  return (
    <li className="flex max-w-full items-center gap-1.5 rounded-md bg-sunken pl-2 text-sm inset-ring inset-ring-line">
      <FileIcon className="shrink-0 text-ink-faint" />
      <span className="min-w-0 truncate">{file.name}</span>
      {error ? (
        <span role="alert" className="text-xs text-danger-ink">
          {errorText(error)}
        </span>
      ) : (
        <span className="tabular shrink-0 text-xs text-ink-faint">
          {attachment ? formatSize(locale, attachment.size) : formatPercent(locale, Math.floor((sent / Math.max(1, file.size)) * 100) / 100)}
        </span>
      )}
      <Button look="ghost" square aria-label={t("files.remove", { name: file.name })} onClick={onRemove}>
        <CloseIcon />
      </Button>
    </li>
  );
}
