import { Suspense, useEffect, useState } from "react";
import { useHotkeys } from "@/lib/hotkeys";
import { useI18n } from "@/lib/i18n/i18n";
import { withTexts } from "@/lib/i18n/with-texts";
import type { View } from "@/lib/views";

const Tools = withTexts(["finding"], async () => (await import("./finding/tools")).Tools);
const SIGNS = ["pointermove", "pointerdown", "keydown"] as const;

/**
 * Where the tools stand. The list is there without them: they come when somebody is about to use
 * them, which a moved pointer or a pressed key tells, or at once where the address has filters.
 */
export function ToolsPlace({ view, wanted }: { view: View; wanted: boolean }) {
  const [coming, setComing] = useState(false);
  const [searching, setSearching] = useState(false);

  useEffect(() => {
    const left = new AbortController();
    for (const sign of SIGNS) {
      document.addEventListener(sign, () => setComing(true), { once: true, signal: left.signal });
    }
    return () => left.abort();
  }, []);

  const place = <Place onSearch={() => setSearching(true)} />;
  if (!coming && !wanted && !searching) return place;
  return (
    <Suspense fallback={place}>
      <Tools view={view} searching={searching} />
    </Suspense>
  );
}

function Place({ onSearch }: { onSearch: () => void }) {
  const { t } = useI18n();
  useHotkeys({ "/": onSearch });
  return (
    <div className="px-3 pt-3 pb-1.5">
      <button
        type="button"
        aria-keyshortcuts="/"
        onClick={onSearch}
        className="h-9 w-full rounded-md border border-line bg-sunken px-3 text-left text-sm text-ink-faint pointer-coarse:h-10"
      >
        {t("inbox.find")}
      </button>
    </div>
  );
}
