import { useQuery } from "@tanstack/react-query";
import { useNow } from "@/lib/clock";
import { formatAge, formatDecimal } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useAgentName } from "@/lib/i18n/use-agent-name";
import { preference } from "@/lib/preferences";
import { useServices } from "@/lib/services";
import { useStore } from "@/lib/store";
import { Button } from "@/ui/button";
import { AlertIcon, ChevronIcon } from "@/ui/icons";
import { Skeleton } from "@/ui/skeleton";
import type { HandoffCard as Card } from "@/wire/schema";
import { HandoffDetails } from "./handoff-details";

const MINUTE_MS = 60_000;
const RETRY_MS = 1_500;
// Who waits is read about first; once somebody has taken over, the conversation itself is.
const FOLDS = ["open", "folded"] as const;
const whileWaiting = preference("handoff.waiting", FOLDS, "open");
const onceTaken = preference("handoff.taken", FOLDS, "folded");

interface HandoffCardProps {
  conversationId: string;
  /** The newest message that calls a person, when the conversation shows one. */
  calledBy: string | null;
  waiting: boolean;
  onExplain: (messageId: string) => void;
}

/** What whoever takes over must know, in a line that unfolds: why, since when, what was tried. */
export function HandoffCard({ conversationId, calledBy, waiting, onExplain }: HandoffCardProps) {
  const { t, locale } = useI18n();
  const { api } = useServices();
  const agentName = useAgentName();
  const now = useNow();
  const folding = waiting ? whileWaiting : onceTaken;
  const open = useStore(folding) === "open";
  const { data, isError, refetch } = useQuery({
    queryKey: ["handoff", conversationId, calledBy],
    queryFn: ({ signal }) =>
      api<Card>(`/conversations/${encodeURIComponent(conversationId)}/handoff`, { signal }),
    staleTime: 60_000,
    // What was told a moment ago is stored a moment later.
    refetchInterval: ({ state }) =>
      calledBy !== null && state.data && state.data.call?.message_id !== calledBy && state.dataUpdateCount < 6
        ? RETRY_MS
        : false,
  });

  if (isError) {
    return (
      <p role="alert" className="flex items-center gap-2 border-b border-line px-4 py-2 text-sm text-ink-soft">
        <AlertIcon />
        <span className="grow">{t("talk.handoff.failedToLoad")}</span>
        <Button onClick={() => void refetch()}>{t("inbox.retry")}</Button>
      </p>
    );
  }
  if (!data) {
    return (
      <div role="status" className="border-b border-line px-4 py-3">
        <span className="sr-only">{t("app.loading")}</span>
        <Skeleton className="h-4 w-3/5" />
      </div>
    );
  }
  const { call } = data;
  const since = data.waiting_since ?? call?.at ?? null;
  const waited = since === null ? 0 : Math.max(0, now - Date.parse(since));
  const facts = [
    waiting && since !== null
      ? waited < MINUTE_MS
        ? t("talk.handoff.waitsNow")
        : t("talk.handoff.waits", { age: formatAge(locale, waited) })
      : null,
    data.agent != null ? t("talk.handoff.agent", { name: agentName(data.agent) }) : null,
    call?.confidence == null
      ? null
      : call.threshold == null
        ? t("talk.handoff.confidence", { value: formatDecimal(locale, call.confidence, 2) })
        : t("talk.handoff.confidenceOf", {
            value: formatDecimal(locale, call.confidence, 2),
            threshold: formatDecimal(locale, call.threshold, 2),
          }),
    data.questions > 0 ? t("talk.handoff.questions", { count: data.questions }) : null,
  ].filter((fact) => fact !== null);

  return (
    <section
      aria-label={t(call ? "talk.handoff.title" : "talk.handoff.before")}
      data-testid="handoff"
      className="flex max-h-[45%] shrink-0 flex-col border-b border-line bg-waiting-tint"
    >
      <button
        type="button"
        aria-expanded={open}
        onClick={() => folding.set(open ? "folded" : "open")}
        className="flex shrink-0 items-start gap-2 px-4 py-2 text-left sm:px-6"
      >
        <ChevronIcon className={open ? "mt-1 size-3.5 rotate-90 text-waiting-ink" : "mt-1 size-3.5 text-waiting-ink"} />
        <span className="min-w-0">
          <span className="block text-sm font-semibold text-waiting-ink">
            {call ? t(`talk.handoff.reasons.${call.reason ?? "unknown"}`) : t("talk.handoff.before")}
          </span>
          <span className="block text-xs text-ink-soft">{facts.join(" · ")}</span>
        </span>
      </button>
      {open && (
        // A region that scrolls must be reachable by the keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div tabIndex={0} role="region" aria-label={t("talk.handoff.show")} className="min-h-0 overflow-y-auto overscroll-contain px-4 pb-3 sm:px-6">
          <HandoffDetails card={data} onExplain={onExplain} />
        </div>
      )}
    </section>
  );
}
