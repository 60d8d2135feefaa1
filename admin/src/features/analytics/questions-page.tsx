import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { useNow } from "@/lib/clock";
import { formatMoment } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useAgentName } from "@/lib/i18n/use-agent-name";
import { paths } from "@/lib/paths";
import { useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import type { QuestionGroup } from "@/wire/schema";
import { listQuestions } from "./api/list-questions";
import { Failed } from "./failed";
import { queryOf } from "./slice";
import { SliceBar } from "./slice-bar";
import { useSlice } from "./use-slice";

const AT_FIRST = 5;

/** What the agents do not know, the most asked first. */
export function QuestionsPage() {
  const { t } = useI18n();
  const { api } = useServices();
  const { slice, change } = useSlice();
  const query = queryOf(slice);
  const groups = useQuery({
    queryKey: ["analytics", "questions", query],
    queryFn: ({ signal }) => listQuestions(api, query, signal),
    placeholderData: keepPreviousData,
  });
  const { data } = groups;
  return (
    <>
      <SliceBar slice={slice} change={change} />
      <p className="max-w-prose px-4 pb-3 text-sm text-pretty text-ink-soft">{t("analytics.questions.lead")}</p>
      {groups.isPending && <SkeletonList rows={6} label={t("analytics.loading")} />}
      {groups.isError && !data && <Failed error={groups.error} retry={() => void groups.refetch()} />}
      {data?.items.length === 0 && (
        <StatePanel testId="empty" title={t("analytics.questions.empty")}>
          {t("analytics.questions.emptyText")}
        </StatePanel>
      )}
      {data && data.items.length > 0 && (
        <ol aria-label={t("analytics.questions.list")} className="border-y border-line">
          {data.items.map((group) => (
            <Group key={group.examples[0]?.conversation_id ?? group.question} group={group} />
          ))}
        </ol>
      )}
      {data?.has_more && (
        <p className="px-4 py-3 text-xs text-ink-faint">
          {t("analytics.questions.considered", { count: data.considered })}
        </p>
      )}
    </>
  );
}

function Group({ group }: { group: QuestionGroup }) {
  const { t, locale } = useI18n();
  const now = useNow();
  const agentName = useAgentName();
  const [all, setAll] = useState(false);
  const shown = all ? group.examples : group.examples.slice(0, AT_FIRST);
  return (
    <li data-testid="question-group" className="border-b border-line px-4 py-3 last:border-b-0">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="min-w-0 text-sm font-medium break-words">{group.question}</h2>
        <span className="shrink-0 text-sm tabular-nums">{t("analytics.questions.times", { count: group.count })}</span>
      </div>
      <p className="mt-0.5 text-xs text-ink-faint">
        {[
          t("analytics.questions.last", { when: formatMoment(locale, group.last_at, now) }),
          ...group.agents.map(agentName),
        ].join(" · ")}
      </p>
      <ul className="mt-1.5 space-y-0.5 text-sm">
        {shown.map((example) => (
          <li key={`${example.conversation_id}${example.at}`} className="truncate">
            <Link
              to={paths.conversation("all", example.conversation_id)}
              className="text-accent-ink underline-offset-2 hover:underline"
            >
              {example.text}
            </Link>
          </li>
        ))}
      </ul>
      {shown.length < group.examples.length && (
        <Button look="ghost" className="-ml-3 text-xs" onClick={() => setAll(true)}>
          {t("analytics.questions.all", { count: group.examples.length })}
        </Button>
      )}
    </li>
  );
}
