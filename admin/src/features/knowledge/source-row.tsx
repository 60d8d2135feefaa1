import { Link } from "react-router";
import { toApiError } from "@/lib/api-error";
import { useNow } from "@/lib/clock";
import { useI18n } from "@/lib/i18n/i18n";
import { formatFull, formatMoment } from "@/lib/i18n/format";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { paths } from "@/lib/paths";
import { Button } from "@/ui/button";
import { AgainIcon } from "@/ui/icons";
import { SafeLink } from "@/ui/safe-link";
import { useToast } from "@/ui/toaster";
import type { WebSourceInfo } from "@/wire/schema";
import { isUnderWay, placeOf } from "./knowledge";
import { Problems } from "./problems";
import { RemoveSource } from "./remove-source";
import { StateMark, StateWord } from "./state-mark";
import { useReadSource } from "./use-changes";

interface SourceRowProps {
  source: WebSourceInfo;
  siteKey: string;
  mayChange: boolean;
}

/** A place on the web: pages that were read, removed, refused. */
export function SourceRow({ source, siteKey, mayChange }: SourceRowProps) {
  const { t, locale } = useI18n();
  const errorText = useErrorText();
  const toast = useToast();
  const now = useNow();
  const read = useReadSource();
  const { agent, url, limit } = source;
  const host = URL.canParse(url) ? new URL(url).host : url;
  const pages = new URLSearchParams({ agent: placeOf(siteKey, agent), q: host });
  const isBusy = isUnderWay(source) || read.isPending;

  function again(): void {
    if (isBusy) return;
    read.mutate(
      { site_key: siteKey, agent, url, limit },
      { onSuccess: () => toast({ text: t("knowledge.willRead", { host }) }) },
    );
  }

  return (
    <li data-testid="source" data-state={source.state} className="flex gap-2.5 border-b border-line px-4 py-3">
      <StateMark state={source.state} className="mt-0.5" />
      <div className="min-w-0 grow">
        <div className="flex items-baseline justify-between gap-3 text-sm">
          <span className="min-w-0">
            <SafeLink href={url} host={host} text={url} />
          </span>
          <time
            dateTime={source.updated_at}
            title={formatFull(locale, source.updated_at)}
            className="tabular shrink-0 text-xs text-ink-faint"
          >
            {formatMoment(locale, source.updated_at, now)}
          </time>
        </div>
        <p className="mt-px text-xs text-ink-faint">
          <StateWord state={source.state} />
          {` · ${t("knowledge.pages", { count: source.pages })} · ${t("knowledge.atMost", { limit })}`}
        </p>
        <Problems problems={source.errors} failed={source.state === "failed"} className="mt-1.5" />
        {source.removed.length > 0 && (
          <details className="mt-1.5 text-sm text-ink-soft">
            <summary className="w-fit">{t("knowledge.removed", { count: source.removed.length })}</summary>
            <ul className="mt-1 space-y-0.5 text-xs text-ink-faint">
              {source.removed.map((address) => (
                <li key={address} className="wrap-anywhere">
                  {address}
                </li>
              ))}
            </ul>
          </details>
        )}
        <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1">
          {mayChange && (
            <Button
              look="ghost"
              className="-ml-3"
              aria-disabled={isBusy}
              aria-label={t("knowledge.readAgainOf", { url })}
              onClick={again}
            >
              <AgainIcon />
              {t("knowledge.readAgain")}
            </Button>
          )}
          {mayChange && <RemoveSource source={source} siteKey={siteKey} host={host} />}
          {source.pages > 0 && (
            <Link
              to={`${paths.knowledge()}?${pages.toString()}`}
              className="text-sm text-accent-ink underline underline-offset-2"
            >
              {t("knowledge.seePages")}
            </Link>
          )}
        </div>
        {read.isError && (
          <p role="alert" className="text-sm text-danger-ink">
            {errorText(toApiError(read.error))}
          </p>
        )}
      </div>
    </li>
  );
}
