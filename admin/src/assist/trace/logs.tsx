import { useI18n } from "@/lib/i18n/i18n";
import { LinkOutIcon } from "@/ui/icons";
import type { AnswerProvenance } from "@/wire/schema";
import { Facts } from "./facts";
import { Section } from "./section";

/** By what its lines are found in the logs, and the way there where somebody has named it. */
export function Logs({ provenance: { request_id, logs_url } }: { provenance: AnswerProvenance }) {
  const { t } = useI18n();
  if (!request_id) return null;
  return (
    <Section title={t("why.logs.title")}>
      <Facts facts={[[t("why.logs.request"), <code key="id">{request_id}</code>]]} />
      {logs_url && (
        <a
          href={logs_url}
          target="_blank"
          rel="noopener noreferrer"
          className="mt-1.5 inline-block text-sm text-accent-ink underline underline-offset-2"
        >
          {t("why.logs.open")}
          <LinkOutIcon className="ml-0.5 inline size-3 align-baseline" />
        </a>
      )}
    </Section>
  );
}
