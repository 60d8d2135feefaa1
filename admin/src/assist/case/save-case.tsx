import { Suspense, useState } from "react";
import { createPortal } from "react-dom";
import { withTexts } from "@/lib/i18n/with-texts";
import { Button } from "@/ui/button";
import type { CaseSeed } from "./form";

/** The form comes with its texts when it is opened first. */
export const LazyCaseDialog = withTexts(["cases"], async () => (await import("./case-dialog")).CaseDialog);

interface SaveCaseProps {
  label: string;
  /** Of nothing: the button would lead nowhere. */
  seed: () => CaseSeed;
  className?: string;
}

/** A button that opens the form of a new case; the form stands outside of whatever the button is in. */
export function SaveCase({ label, seed, className }: SaveCaseProps) {
  const [open, setOpen] = useState<CaseSeed | null>(null);
  return (
    <>
      <Button {...(className === undefined ? {} : { look: "ghost", className })} onClick={() => setOpen(seed())}>
        {label}
      </Button>
      {open && <CaseDialogOnTop seed={open} onClose={() => setOpen(null)} />}
    </>
  );
}

export function CaseDialogOnTop({ seed, onClose }: { seed: CaseSeed; onClose: () => void }) {
  return createPortal(
    <Suspense fallback={null}>
      <LazyCaseDialog seed={seed} onClose={onClose} />
    </Suspense>,
    document.body,
  );
}
