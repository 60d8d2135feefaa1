import { Link } from "react-router";
import { useNow } from "@/lib/clock";
import { formatLong, formatMoment } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useAgentName } from "@/lib/i18n/use-agent-name";
import { useVisitorNames } from "@/lib/i18n/use-visitor-names";
import { paths } from "@/lib/paths";
import type { EpisodeInfo } from "@/wire/schema";

interface EpisodeRowProps {
  episode: EpisodeInfo;
  /** How long what the list is about took here, in milliseconds; null when it is about no time. */
  tookMs: number | null;
}

/** A request in two lines: what was asked, and what became of it. */
export function EpisodeRow({ episode, tookMs }: EpisodeRowProps) {
  const { t, locale } = useI18n();
  const now = useNow();
  const agentName = useAgentName();
  const names = useVisitorNames();
  const became = [
    episode.agent === null ? null : agentName(episode.agent),
    episode.operator_name,
    episode.resolved ? t("analytics.episodes.resolved") : null,
    episode.handed_off
      ? t("analytics.episodes.handed", {
          reason: t(`analytics.reasons.${episode.handoff_reason ?? "unknown"}`).toLocaleLowerCase(locale),
        })
      : null,
    episode.downs > 0 ? t("analytics.episodes.reported") : null,
    episode.score === null ? null : t("analytics.episodes.score", { score: episode.score }),
  ].filter((part) => part !== null);
  return (
    <li data-testid="episode" className="border-b border-line last:border-b-0">
      <Link
        to={paths.conversation("all", episode.conversation_id)}
        className="block px-4 py-2.5 outline-offset-[-3px]! hover:bg-hover"
      >
        <span className="flex items-baseline justify-between gap-3">
          <span className="min-w-0 truncate text-sm font-medium">{episode.question}</span>
          {tookMs !== null && (
            <span data-testid="took" className="ml-auto shrink-0 text-sm tabular-nums">
              {formatLong(locale, tookMs)}
            </span>
          )}
          <time dateTime={episode.started_at} className="shrink-0 text-xs text-ink-faint tabular-nums">
            {formatMoment(locale, episode.started_at, now)}
          </time>
        </span>
        <span className="mt-0.5 block truncate text-xs text-ink-faint">
          {[names.shown(episode.visitor_name), ...became].join(" · ")}
        </span>
      </Link>
    </li>
  );
}
