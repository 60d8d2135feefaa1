import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import { useToast } from "@/ui/toaster";

interface CopyProps {
  label: string;
  text: string;
  /** Several lines, wrapped where they end. */
  block?: boolean;
}

/** Something to take along: shown as it is, and copied with a button. */
export function Copy({ label, text, block = false }: CopyProps) {
  const { t } = useI18n();
  const toast = useToast();

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      toast({ text: t("sites.copied") });
    } catch {
      // Without a secure context there is no clipboard; the text can be selected.
      toast({ text: t("sites.notCopied") });
    }
  }

  return (
    <figure className="rounded-md border border-line bg-sunken">
      <figcaption className="flex items-center justify-between gap-2 border-b border-line px-3 py-1.5 text-xs text-ink-faint">
        <span className="min-w-0 truncate">{label}</span>
        <Button look="ghost" aria-label={`${t("sites.copy")}: ${label}`} onClick={() => void copy()}>
          {t("sites.copy")}
        </Button>
      </figcaption>
      <pre
        // What is wider than a phone is scrolled, by the keyboard too.
        tabIndex={block ? undefined : 0}
        // Selected whole by one press: this is what it is for.
        className={`select-all px-3 py-2 font-mono text-xs text-ink ${block ? "break-all whitespace-pre-wrap" : "overflow-x-auto"}`}
      >
        {text}
      </pre>
    </figure>
  );
}
