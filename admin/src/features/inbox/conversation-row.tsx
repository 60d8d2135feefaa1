import { memo, type ReactNode } from "react";
import { Link } from "react-router";
import { useNow } from "@/lib/clock";
import { cx } from "@/lib/cx";
import { formatAge, formatFull, formatMoment } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useAgentName } from "@/lib/i18n/use-agent-name";
import { useVisitorNames } from "@/lib/i18n/use-visitor-names";
import { LABEL_COLOURS, useLabels } from "@/lib/labels";
import { isUnread } from "@/lib/views";
import { CheckIcon } from "@/ui/icons";
import { StatusMark } from "@/ui/status-mark";
import { VisitorAvatar } from "@/ui/visitor-avatar";
import type { ConversationSummary } from "@/wire/schema";

interface ConversationRowProps {
  to: string;
  summary: ConversationSummary;
  current: boolean;
  operatorId: string;
  /** Where it stands in the whole list, of which few rows are there at a time. */
  index?: number;
  /** Chosen for an action on many. */
  chosen?: boolean;
  /** Stands in place of what was said last. */
  children?: ReactNode;
}

/** Past this a wait is too long, and is said in a louder colour. */
const LONG_WAIT_MS = 5 * 60_000;
const JUST_NOW_MS = 10_000; // ages under a minute are told in tens of seconds

export const ConversationRow = memo(function ConversationRow(props: ConversationRowProps) {
  const { to, summary, current, operatorId, index = 0, chosen = false, children } = props;
  const { t } = useI18n();
  const agentName = useAgentName();
  const { visitor_name } = summary;
  const shown = useVisitorNames().shown(visitor_name) || t("inbox.unnamed");
  const mine = summary.status === "operator" && summary.operator_id === operatorId;
  const unanswered =
    summary.status === "waiting" || (mine && summary.last_message?.sender === "visitor");
  const unread = isUnread(summary, operatorId);
  const holder = mine ? t("inbox.yours") : summary.operator_name;
  const assignee = summary.assignee_id === operatorId ? t("inbox.toYou") : summary.assignee_name;
  const name = summary.status === "waiting" && (assignee ?? summary.team_name);
  const waitsFor = name ? t("inbox.assigned", { name }) : null;
  const details = [summary.site_name, waitsFor ?? holder ?? (summary.agent && agentName(summary.agent))];

  return (
    <li data-row aria-posinset={index + 1} aria-setsize={-1}>
      <Link
        to={to}
        data-index={index}
        data-testid="conversation-row"
        data-conversation-id={summary.id}
        data-status={summary.status}
        aria-current={current ? "true" : undefined}
        className={cx(
          "flex gap-2.5 border-b border-line py-2.5 pr-4 pl-3 outline-offset-[-2px]!",
          current || chosen ? "bg-selected" : "hover:bg-hover focus-visible:bg-hover",
        )}
      >
        {chosen ? (
          <span className="mt-0.5 grid size-8 shrink-0 place-items-center rounded-full bg-accent text-on-accent">
            <CheckIcon />
            <span className="sr-only">{t("inbox.chosen")}</span>
          </span>
        ) : (
          <span className="relative mt-0.5 size-8 shrink-0">
            <VisitorAvatar name={visitor_name} shown={shown} />
            <StatusMark
              status={mine ? "mine" : summary.status}
              label={t(mine ? "status.mine" : `status.${summary.status}`)}
              className="absolute -right-1.5 -bottom-1.5 rounded-full bg-surface p-0.5 [&_svg]:size-3.5"
            />
          </span>
        )}
        <span className="min-w-0 grow">
          <span className="flex items-baseline justify-between gap-3">
            <span className={cx("truncate text-sm", unanswered ? "font-semibold" : "font-medium")}>
              {shown}
              {unread && (
                <>
                  <span aria-hidden="true" className="mb-px ml-1.5 inline-block size-2 rounded-full bg-accent" />
                  <span className="sr-only">, {t("inbox.unread")}</span>
                </>
              )}
            </span>
            <Age summary={summary} />
          </span>
          {children ?? (
            <span
              className={cx("mt-px block truncate text-sm", unanswered ? "text-ink" : "text-ink-soft")}
            >
              <Preview summary={summary} mine={mine} />
            </span>
          )}
          <span className="mt-0.5 flex items-center gap-2 text-xs text-ink-faint">
            <span className="truncate">{details.filter(Boolean).join(" · ")}</span>
            {summary.labels.length > 0 && <Dots ids={summary.labels} />}
          </span>
        </span>
      </Link>
    </li>
  );
});

/** Labels as dots; their names are for the pointer and the ear. */
function Dots({ ids }: { ids: readonly string[] }) {
  const labels = useLabels().filter((label) => ids.includes(label.id));
  const names = labels.map((label) => label.name).join(", ");
  return (
    <span title={names} className="ml-auto flex shrink-0 gap-1">
      {labels.map((label) => (
        <span key={label.id} className={cx("size-2 rounded-full", LABEL_COLOURS[label.colour])} />
      ))}
      <span className="sr-only">{names}</span>
    </span>
  );
}

function Preview({ summary, mine }: { summary: ConversationSummary; mine: boolean }) {
  const { t } = useI18n();
  const last = summary.last_message;
  if (!last) return t(summary.status === "waiting" ? "status.waiting" : "inbox.noMessages");
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
