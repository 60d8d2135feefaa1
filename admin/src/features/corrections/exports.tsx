import { useMutation } from "@tanstack/react-query";
import { toApiError } from "@/lib/api-error";
import { download } from "@/lib/download";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import { useToast } from "@/ui/toaster";
import type { AgentPolicy, CorrectionUse } from "@/wire/schema";

const NAMES: Readonly<Record<CorrectionUse, string>> = {
  questions: "evaluation.zip",
  examples: "corrections.jsonl",
};

/** What is in use, as files; of one site at a time. */
export function Exports({ agents, siteId }: { agents: readonly AgentPolicy[]; siteId: string }) {
  const { t } = useI18n();
  const { session } = useServices();
  const errorText = useErrorText();
  const toast = useToast();
  const sites = [...new Set(agents.map((each) => each.site_id))];
  const site = siteId === "" ? (sites.length === 1 ? sites[0] : undefined) : siteId;
  const fetched = useMutation({
    mutationFn: (use: CorrectionUse) =>
      download(session, "/corrections/export", { site_id: site, use }, NAMES[use]),
    onError: (error) => toast({ text: errorText(toApiError(error)) }),
  });
  return (
    <div className="flex flex-wrap items-center gap-2 px-4 pt-3">
      {(["questions", "examples"] as const).map((use) => (
        <Button key={use} disabled={site === undefined || fetched.isPending} onClick={() => fetched.mutate(use)}>
          {t(`corrections.exports.${use}`)}
        </Button>
      ))}
      {site === undefined && sites.length > 1 && <p className="text-xs text-ink-faint">{t("corrections.pickSite")}</p>}
    </div>
  );
}
