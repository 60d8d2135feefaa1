import { createContext, Suspense, use, useState, type ReactNode } from "react";
import { withTexts } from "@/lib/i18n/with-texts";
import type { CaseSeed } from "./form";

/** The form comes with its texts when it is opened first. */
const LazyCaseDialog = withTexts(["cases"], async () => (await import("./case-dialog")).CaseDialog);

const CaseFormContext = createContext<(seed: CaseSeed) => void>(() => undefined);

/** Opens the form of a new case, even after what asked for it is gone: a notice stays longer than a panel. */
export function useCaseForm(): (seed: CaseSeed) => void {
  return use(CaseFormContext);
}

/** Where the form of a new case stands, whatever opens it. */
export function CaseForms({ children }: { children: ReactNode }) {
  const [seed, setSeed] = useState<CaseSeed | null>(null);
  return (
    <CaseFormContext value={setSeed}>
      {children}
      {seed && (
        <Suspense fallback={null}>
          <LazyCaseDialog seed={seed} onClose={() => setSeed(null)} />
        </Suspense>
      )}
    </CaseFormContext>
  );
}
