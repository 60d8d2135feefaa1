import { useEffect, useState } from "react";
import { withTexts } from "@/lib/i18n/with-texts";
import { Quietly } from "@/ui/quietly";

const Watch = withTexts(["desk"], async () => (await import("@/features/presence/watch")).Watch);

/** So long after the console is there, at most, notifications begin: the inbox comes first. */
const LATEST_MS = 4_000;

export function DeskWatch() {
  const [begun, setBegun] = useState(false);
  useEffect(() => {
    // Safari has no idle time to give away.
    if (!("requestIdleCallback" in window)) {
      const timer = setTimeout(() => setBegun(true), LATEST_MS / 2);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(() => setBegun(true), { timeout: LATEST_MS });
    return () => cancelIdleCallback(idle);
  }, []);
  return <Quietly>{begun && <Watch />}</Quietly>;
}
