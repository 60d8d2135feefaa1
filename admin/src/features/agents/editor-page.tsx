import { Link } from "react-router";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { paths } from "@/lib/paths";
import { Button } from "@/ui/button";
import { AlertIcon, BackIcon } from "@/ui/icons";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import { Editor } from "./editor";
import { useAgentSettings } from "./use-settings";

/** One agent with all that can be set of it. */
export function EditorPage({ siteId, slug }: { siteId: string; slug: string }) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const { data, error, isPending, refetch } = useAgentSettings(siteId);
  const agent = data?.items.find((each) => each.slug === slug);
  const isGone = data ? !agent : error !== null && toApiError(error).code === "not_found";

  return (
    <div className="flex min-h-full flex-col">
      <div className="flex h-12 shrink-0 items-center px-2">
        <Link
          to={paths.agents()}
          className="inline-flex h-8 items-center gap-1 rounded-md px-2 text-sm font-medium text-ink-soft hover:bg-hover pointer-coarse:h-10"
        >
          <BackIcon />
          {t("agentEditor.back")}
        </Link>
      </div>
      {isPending && <SkeletonList rows={6} label={t("agentEditor.loading")} />}
      {isGone && (
        <StatePanel testId="no-agent" title={t("agentEditor.gone")}>
          {t("agentEditor.goneText")}
        </StatePanel>
      )}
      {error && !data && !isGone && (
        <StatePanel
          alert
          picture={<AlertIcon className="size-7" />}
          title={t("agentEditor.failed")}
          actions={<Button onClick={() => void refetch()}>{t("agentEditor.retry")}</Button>}
        >
          {errorText(toApiError(error))}
        </StatePanel>
      )}
      {data && agent && <Editor key={agent.slug} site={data} agent={agent} />}
    </div>
  );
}
