import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import { CopyField } from "@/ui/copy-field";
import { Dialog } from "@/ui/dialog";
import type { ApiKeySecret } from "@/wire/schema";
import { exampleOf } from "./scopes";

/** A key, this once, and how it is used. It is not closed by a press beside it: it would be gone. */
export function NewKeyDialog({ made, onClose }: { made: ApiKeySecret | null; onClose: () => void }) {
  const { t } = useI18n();
  const texts = { copyLabel: t("apikeys.copy"), copiedLabel: t("apikeys.copied") };
  const key = made?.key ?? "";
  return (
    <Dialog open={made !== null} onClose={() => undefined} title={t("apikeys.secretTitle")} wide>
      <p className="mt-1.5 mb-4 text-sm text-pretty text-ink-soft">{t("apikeys.secretText")}</p>
      <div className="space-y-4">
        <CopyField label={t("apikeys.secretTitle")} value={key} {...texts} />
        <CopyField
          label={t("apikeys.example")}
          value={exampleOf(location.origin, key, made?.info.scopes ?? [])}
          lines
          {...texts}
        />
      </div>
      <div className="mt-5 flex justify-end">
        <Button look="primary" data-initial-focus onClick={onClose}>
          {t("apikeys.close")}
        </Button>
      </div>
    </Dialog>
  );
}
