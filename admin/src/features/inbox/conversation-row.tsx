import { memo } from "react";
import { Link } from "react-router";
import { useNow } from "@/lib/clock";
import { cx } from "@/lib/cx";
import { formatAge, formatFull, formatMoment } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useAgentName } from "@/lib/i18n/use-agent-name";
import { paths } from "@/lib/paths";
import type { View } from "@/lib/views";
import { StatusMark } from "@/ui/status-mark";
import type { ConversationSummary } from "@/wire/schema";

interface ConversationRowProps {
  view: View;
  summary: ConversationSummary;
  current: boolean;
  operatorId: string;
}

/** Past this a wait is too long, and is said in a louder colour. */
const LONG_WAIT_MS = 5 * 60_000;
const JUST_NOW_MS = 10_000; // ages under a minute are told in tens of seconds

export const ConversationRow = memo(function ConversationRow(props: ConversationRowProps) {
  const { view, summary, current, operatorId } = props;
  const { t } = useI18n();
  const agentName = useAgentName();
  const mine = summary.status === "operator" && summary.operator_id === operatorId;
  const unanswered =
    summary.status === "waiting" || (mine && summary.last_message?.sender === "visitor");
  const holder = mine ? t("inbox.yours") : summary.operator_name;
  const assignee = summary.assignee_id === operatorId ? t("inbox.toYou") : summary.assignee_name;
  const name = summary.status === "waiting" && (assignee ?? summary.team_name);
  const waitsFor = name ? t("inbox.assigned", { name }) : null;
  const details = [summary.site_name, waitsFor ?? holder ?? (summary.agent && agentName(summary.agent))];

  return (
    <li className="offscreen-free">
      <Link
        to={paths.conversation(view, summary.id)}
        data-testid="conversation-row"
        data-conversation-id={summary.id}
        data-status={summary.status}
        aria-current={current ? "true" : undefined}
        className={cx(
          "flex gap-2.5 border-b border-line py-2.5 pr-4 pl-3 outline-offset-[-2px]!",
          current ? "bg-selected" : "hover:bg-hover focus-visible:bg-hover",
        )}
      >
        <StatusMark
          status={mine ? "mine" : summary.status}
          label={t(mine ? "status.mine" : `status.${summary.status}`)}
          className="mt-0.5"
        />
        <span className="min-w-0 grow">
          <span className="flex items-baseline justify-between gap-3">
            <span className={cx("truncate text-sm", unanswered ? "font-semibold" : "font-medium")}>
              {summary.visitor_name || t("inbox.unnamed")}
            </span>
            <Age summary={summary} />
          </span>
          <span
            className={cx("mt-px block truncate text-sm", unanswered ? "text-ink" : "text-ink-soft")}
          >
            <Preview summary={summary} mine={mine} />
          </span>
          <span className="mt-0.5 block truncate text-xs text-ink-faint">
            {details.filter(Boolean).join(" · ")}
          </span>
        </span>
      </Link>
    </li>
  );
});

function Preview({ summary, mine }: { summary: ConversationSummary; mine: boolean }) {
  const { t } = useI18n();
  const last = summary.last_message;
  if (!last) return t("inbox.noMessages");
  if (last.sender === "agent") return t("inbox.agentSays", { text: last.preview });
  if (last.sender !== "operator") return last.preview;
  if (mine) return t("inbox.you", { text: last.preview });
  return t("conversation.said", {
    name: summary.operator_name ?? t("conversation.operator"),
    text: last.preview,
  });
}

/** How long somebody has waited, where somebody waits; elsewhere, when it last changed. */
function Age({ summary }: { summary: ConversationSummary }) {
  const { t, locale } = useI18n();
  const now = useNow();
  if (summary.status === "waiting" && summary.waiting_since) {
    const wait = now - Date.parse(summary.waiting_since);
    return (
      <time
        dateTime={summary.waiting_since}
        title={formatFull(locale, summary.waiting_since)}
        className={cx(
          "tabular shrink-0 text-xs font-medium",
          wait > LONG_WAIT_MS ? "text-danger-ink" : "text-waiting-ink",
        )}
      >
        {wait < JUST_NOW_MS ? t("inbox.waitsNow") : t("inbox.waits", { age: formatAge(locale, wait) })}
      </time>
    );
  }
  const at = summary.last_message?.at ?? summary.updated_at;
  return (
    <time
      dateTime={at}
      title={formatFull(locale, at)}
      className="tabular shrink-0 text-xs text-ink-faint"
    >
      {formatMoment(locale, at, now)}
    </time>
  );
}
