import { useEffect, useState } from "react";
import { withTexts } from "@/lib/i18n/with-texts";
import { whenIdle } from "@/lib/when-idle";
import { Quietly } from "@/ui/quietly";

const Watch = withTexts(["desk"], async () => (await import("@/features/presence/watch")).Watch);

/** Notifications begin after the inbox is there: that comes first. */
export function DeskWatch() {
  const [begun, setBegun] = useState(false);
  useEffect(() => whenIdle(() => setBegun(true)), []);
  return <Quietly>{begun && <Watch />}</Quietly>;
}
