import { useState } from "react";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Select } from "@/ui/select";

/** Hours that the old one goes on for. */
const GRACES = [0, 1, 24, 168, 720] as const;
type Grace = (typeof GRACES)[number];

interface RotateDialogProps {
  open: boolean;
  title: string;
  text: string;
  confirm: string;
  running: boolean;
  error: unknown;
  onClose: () => void;
  onConfirm: (graceHours: number) => void;
}

/** A new key shuts out whoever still has the old one: when, is asked. */
export function RotateDialog({ open, title, text, confirm, running, error, onClose, onConfirm }: RotateDialogProps) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const [grace, setGrace] = useState<Grace>(168);
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <p className="mt-1.5 mb-4 text-sm text-pretty text-ink-soft">{text}</p>
      <Select label={t("sites.grace.label")} value={String(grace)} onChange={(value) => setGrace(Number(value) as Grace)}>
        {GRACES.map((hours) => (
          <option key={hours} value={hours}>
            {t(`sites.grace.hours.${hours}`)}
          </option>
        ))}
      </Select>
      {error != null && !running && (
        <p role="alert" className="mt-2 text-sm text-danger-ink">
          {errorText(toApiError(error))}
        </p>
      )}
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button data-initial-focus onClick={onClose}>
          {t("sites.cancel")}
        </Button>
        <Button look={grace === 0 ? "danger" : "primary"} aria-disabled={running} onClick={() => !running && onConfirm(grace)}>
          {confirm}
        </Button>
      </div>
    </Dialog>
  );
}
