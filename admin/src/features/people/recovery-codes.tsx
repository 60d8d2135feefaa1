import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import { useToast } from "@/ui/toaster";

interface RecoveryCodesProps {
  codes: readonly string[];
  onDone: () => void;
}

/** Shown this once; there is no way on but saying that they are kept. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const { t } = useI18n();
  const toast = useToast();
  const text = `${codes.join("\n")}\n`;

  function download(): void {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    link.download = "otvet-recovery-codes.txt";
    link.click();
    URL.revokeObjectURL(link.href);
  }

  return (
    <div className="space-y-4">
      <div>
        <h3 className="text-base font-semibold">{t("entry.recovery.title")}</h3>
        <p className="mt-1 text-sm text-pretty text-ink-soft">{t("entry.recovery.lead")}</p>
      </div>
      <ul
        data-testid="recovery-codes"
        aria-label={t("entry.recovery.title")}
        className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-x-4 gap-y-1.5 rounded-lg border border-line bg-sunken p-3 font-mono text-xs"
      >
        {codes.map((code) => (
          <li key={code} className="whitespace-nowrap">{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button
          onClick={() => {
            void navigator.clipboard.writeText(text).then(() => toast({ text: t("entry.recovery.copied") }));
          }}
        >
          {t("entry.recovery.copy")}
        </Button>
        <Button onClick={download}>{t("entry.recovery.download")}</Button>
        <Button look="primary" className="ml-auto" onClick={onDone}>
          {t("entry.recovery.done")}
        </Button>
      </div>
    </div>
  );
}
