import { useQuery } from "@tanstack/react-query";
import { getCaseTrace } from "@/assist/case/api";
import { Trace } from "@/assist/trace/trace";
import { AnswerWords } from "@/assist/trial/answer-words";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useAgentName } from "@/lib/i18n/use-agent-name";
import { useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import { SidePanel } from "@/ui/side-panel";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import type { Case } from "@/wire/schema";
import { Faults, Verdict } from "./verdict";

/** The answer that a case was judged by, and how it was made, beside the list. */
export function CaseLook({ item, onClose }: { item: Case; onClose: () => void }) {
  const { t, maybe } = useI18n();
  const { api } = useServices();
  const errorText = useErrorText();
  const agentName = useAgentName();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["case-trace", item.id, item.result?.at],
    queryFn: ({ signal }) => getCaseTrace(api, item.site_id, item.id, signal),
    staleTime: Infinity,
  });
  return (
    <SidePanel title={t("cases.look")} closeLabel={t("cases.closeLook")} testId="case-look" onClose={onClose}>
      {data ? (
        <>
          <div className="border-b border-line px-4 py-3">
            <Verdict result={item.result ?? null} />
            <p className="mt-1 text-base font-medium whitespace-pre-line wrap-anywhere">{item.question}</p>
            <Faults item={item} />
            <div className="mt-2 rounded-xl bg-agent-tint px-3.5 py-2 inset-ring inset-ring-agent-line">
              <p className="mb-1 flex flex-wrap gap-x-2 text-xs">
                <span className="font-semibold text-agent-ink">{agentName(data.answer.agent)}</span>
                <span className="text-ink-faint">{maybe(`assist.outcomes.${data.answer.outcome}`)}</span>
              </p>
              <AnswerWords id={`case-${item.id}`} answer={data.answer} />
            </div>
          </div>
          <Trace provenance={data.answer.provenance} />
        </>
      ) : isPending ? (
        <SkeletonList rows={4} label={t("app.loading")} />
      ) : (
        <StatePanel alert title={t("cases.noTrace")} actions={<Button onClick={() => void refetch()}>{t("inbox.retry")}</Button>}>
          {errorText(toApiError(error))}
        </StatePanel>
      )}
    </SidePanel>
  );
}
