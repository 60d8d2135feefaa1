import { useId, useRef, useState } from "react";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { formatPercent } from "@/lib/i18n/format";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { useToast } from "@/ui/toaster";
import type { AgentPolicy as Agent, ConfidenceCurve } from "@/wire/schema";
import { expectation, placeOf, stopsOf } from "./curve";
import { CurveChart } from "./curve-chart";
import { useChangePolicy } from "./use-agents";

interface AgentPolicyProps {
  agent: Agent;
  curve: ConfidenceCurve;
  /** Said where agents of several sites stand in one list. */
  siteName: string | null;
}

/** One agent: how many mistakes are accepted of it, and what is to be expected then. */
export function AgentPolicy({ agent, curve, siteName }: AgentPolicyProps) {
  const { t, locale } = useI18n();
  const errorText = useErrorText();
  const toast = useToast();
  const id = useId();
  const change = useChangePolicy(agent);
  const slider = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<number | null>(null);

  const byDefault = curve.wrong_share ?? null;
  const kept = agent.wrong_share ?? byDefault ?? curve.points[0]?.wrong ?? 0;
  const stops = stopsOf(curve.points, kept, byDefault);
  const shown = draft ?? kept;
  const place = placeOf(curve.points, shown);
  const changed = draft !== null && draft !== kept;
  const percent = formatPercent(locale, shown);
  const isDefault = agent.wrong_share === null && !changed;
  const label = t(isDefault ? "policies.default" : "policies.share", { percent });

  /** The button that was pressed goes away: the focus stays with what it was about. */
  function settle(): void {
    setDraft(null);
    slider.current?.focus();
  }

  function move(stop: number): void {
    if (!change.isPending) setDraft(stops[stop] ?? null);
  }

  function save(share: number | null): void {
    settle();
    change.mutate(share, {
      onSuccess: () =>
        toast({
          text: t("policies.saved", {
            name: agent.name,
            percent: formatPercent(locale, share ?? byDefault ?? kept),
          }),
        }),
    });
  }

  return (
    <li
      data-testid="agent"
      data-agent={agent.slug}
      className="flex flex-wrap items-start gap-x-6 gap-y-3 border-b border-line px-4 py-4 last:border-0"
    >
      <div className="min-w-0 grow basis-64">
        <h2 id={`${id}-name`} className="text-base font-semibold">
          {agent.name}
          {siteName !== null && <span className="font-normal text-ink-faint"> · {siteName}</span>}
        </h2>
        <div className="mt-2 flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
          <label htmlFor={id} id={`${id}-label`} className="text-ink-soft">
            {t("policies.accepted")}
          </label>
          <span className="tabular font-medium">{label}</span>
        </div>
        <input
          ref={slider}
          id={id}
          type="range"
          min={0}
          max={stops.length - 1}
          step={1}
          value={stops.indexOf(shown)}
          aria-disabled={change.isPending}
          onChange={(event) => move(Number(event.target.value))}
          aria-labelledby={`${id}-label ${id}-name`}
          aria-valuetext={label}
          aria-describedby={`${id}-expected`}
          className="mt-1 h-6 w-full rounded-sm accent-accent pointer-coarse:h-10"
        />
        <div aria-hidden="true" className="flex justify-between text-xs text-ink-faint">
          <span>{t("policies.fewer")}</span>
          <span>{t("policies.more")}</span>
        </div>
        <output id={`${id}-expected`} htmlFor={id} className="mt-2 block text-sm text-pretty">
          {t("policies.expected", { ...expectation(place) })}
        </output>
        <div className="mt-2 flex flex-wrap items-center gap-2 empty:hidden">
          {changed && (
            <>
              <Button look="primary" onClick={() => save(draft)}>
                {t("policies.save")}
              </Button>
              <Button look="ghost" onClick={settle}>
                {t("policies.cancel")}
              </Button>
            </>
          )}
          {!changed && change.isPending && (
            <Button disabled>{t("policies.saving")}</Button>
          )}
          {!changed && !change.isPending && agent.wrong_share !== null && (
            <Button look="ghost" className="-ml-3" onClick={() => save(null)}>
              {t("policies.reset")}
            </Button>
          )}
        </div>
        {change.isError && !changed && (
          <p role="alert" className="mt-2 text-sm text-danger-ink">
            {t("policies.notSaved")} {errorText(toApiError(change.error))}{" "}
            <button
              type="button"
              className="font-medium underline underline-offset-2"
              onClick={() => save(change.variables)}
            >
              {t("inbox.retry")}
            </button>
          </p>
        )}
      </div>
      <CurveChart points={curve.points} now={place} />
    </li>
  );
}
