import { useState } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";

interface ConfirmedProps {
  action: string;
  /** What comes of it. */
  ask: string;
  pending: boolean;
  onConfirm: () => void;
}

/** Something that hurts: pressed once it says what comes of it, pressed again it is done. */
export function Confirmed({ action, ask, pending, onConfirm }: ConfirmedProps) {
  const { t } = useI18n();
  const [asking, setAsking] = useState(false);
  if (!asking) return <Button onClick={() => setAsking(true)}>{action}</Button>;
  return (
    <div className="rounded-lg border border-danger/40 bg-danger-tint px-3 py-2.5">
      <p role="status" className="text-sm text-pretty text-danger-ink">
        {ask}
      </p>
      <div className="mt-2.5 flex flex-wrap gap-2">
        <Button
          look="danger"
          aria-disabled={pending}
          onClick={() => {
            if (!pending) onConfirm();
          }}
        >
          {action}
        </Button>
        {/* eslint-disable-next-line jsx-a11y/no-autofocus -- the button that was pressed has gone */}
        <Button autoFocus onClick={() => setAsking(false)}>
          {t("people.person.cancel")}
        </Button>
      </div>
    </div>
  );
}
