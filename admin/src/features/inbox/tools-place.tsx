import { startTransition, Suspense, useEffect, useState } from "react";
import { useHotkeys } from "@/lib/hotkeys";
import { useI18n } from "@/lib/i18n/i18n";
import { withTexts } from "@/lib/i18n/with-texts";
import type { View } from "@/lib/views";
import { whenIdle } from "@/lib/when-idle";
import { SearchIcon } from "@/ui/icons";
import { ToolsRow, type Begun } from "./tools-row";

const Tools = withTexts(["finding"], async () => (await import("./finding/tools")).Tools);
const SIGNS = ["pointermove", "keydown"] as const;

/**
 * Where the tools stand. The list is there without them: they come when the browser is idle, before
 * when a moved pointer or a pressed key tells that somebody is about to use them, and at once where
 * the address has filters. What stands in for them looks the same, does what is asked of it, and
 * stays until they are there: a press that began on it must not lose what it pressed.
 */
export function ToolsPlace({ view, wanted }: { view: View; wanted: boolean }) {
  const [coming, setComing] = useState(false);
  const [begun, setBegun] = useState<Begun | null>(null);

  useEffect(() => {
    const left = new AbortController();
    const come = () => startTransition(() => setComing(true));
    for (const sign of SIGNS) document.addEventListener(sign, come, { once: true, signal: left.signal });
    const giveUp = whenIdle(come);
    return () => {
      left.abort();
      giveUp();
    };
  }, []);

  const place = <Place onBegin={(what) => startTransition(() => setBegun(what))} />;
  const here = coming || wanted || begun !== null;
  return <Suspense fallback={place}>{here ? <Tools key={begun} view={view} begun={begun} /> : place}</Suspense>;
}

function Place({ onBegin }: { onBegin: (begun: Begun) => void }) {
  const { t } = useI18n();
  useHotkeys({ "/": () => onBegin("search"), f: () => onBegin("filters") });
  return (
    <div className="px-3 pt-3 pb-2">
      <button
        type="button"
        aria-keyshortcuts="/"
        onClick={() => onBegin("search")}
        className="flex h-9 w-full items-center gap-2 rounded-md border border-line bg-sunken px-2.5 text-sm text-ink-faint pointer-coarse:h-10"
      >
        <SearchIcon />
        {t("inbox.find")}
      </button>
      <ToolsRow onFilters={() => onBegin("filters")} />
    </div>
  );
}
