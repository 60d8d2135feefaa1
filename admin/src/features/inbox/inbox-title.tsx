import { useI18n } from "@/lib/i18n/i18n";
import type { View } from "@/lib/views";
import { useWaitingCount } from "./use-inbox";

/** The number of people who wait stands first: it is all that a narrow browser tab shows. */
export function InboxTitle({ view }: { view: View }) {
  const { t } = useI18n();
  const waiting = useWaitingCount();
  const name = `${t(`inbox.views.${view}`)} · ${t("app.name")}`;
  return <title>{waiting > 0 ? `(${waiting}) ${name}` : name}</title>;
}
