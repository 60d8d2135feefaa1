import { useEffect, useEffectEvent, useRef } from "react";
import { expectationOf, newCase } from "@/assist/case/form";
import { SaveCase } from "@/assist/case/save-case";
import { AnswerWords } from "@/assist/trial/answer-words";
import { TrialState } from "@/assist/trial/trial-state";
import { useTrial } from "@/assist/trial/use-trial";
import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import { useAgentName } from "@/lib/i18n/use-agent-name";
import type { TrialInfo } from "@/wire/schema";
import type { Turn } from "./bench";

interface BenchTurnProps {
  turn: Turn;
  /** Whether its trace is the one beside. */
  isShown: boolean;
  onResult: (result: TrialInfo) => void;
  onLook: () => void;
}

/** A question and what the agents make of it; asked once, when it appears. */
export function BenchTurn({ turn, isShown, onResult, onLook }: BenchTurnProps) {
  const { t, maybe } = useI18n();
  const agentName = useAgentName();
  const end = useRef<HTMLDivElement>(null);
  const trial = useTrial();
  const answer = trial.result?.answer;

  const ask = useEffectEvent(() => {
    const { siteId: site_id, text, history, agent } = turn;
    trial.ask({ kind: "answer", site_id, text, history, ...(agent === "" ? {} : { agent }) });
  });
  const tell = useEffectEvent((result: TrialInfo) => onResult(result));
  useEffect(() => ask(), []);
  useEffect(() => {
    if (trial.result) tell(trial.result);
    end.current?.scrollIntoView({ block: "nearest" });
  }, [trial.result]);

  return (
    <div data-testid="bench-turn" className="mb-5">
      <p className="max-w-[92%] w-fit rounded-xl bg-visitor-tint px-3.5 py-2 text-base whitespace-pre-wrap wrap-anywhere">
        {turn.text}
      </p>
      <div className="mt-2 ml-auto w-fit max-w-[92%] min-w-60">
        <TrialState trial={trial} />
        {answer && (
          <div
            className={cx(
              "rounded-xl bg-agent-tint px-3.5 py-2 inset-ring",
              isShown ? "inset-ring-agent-mark" : "inset-ring-agent-line",
            )}
          >
            <p className="mb-1 flex flex-wrap gap-x-2 text-xs">
              <span className="font-semibold text-agent-ink">{agentName(answer.agent)}</span>
              <span className="text-ink-faint">{maybe(`assist.outcomes.${answer.outcome}`)}</span>
            </p>
            <AnswerWords id={`bench-${turn.key}`} answer={answer} />
          </div>
        )}
        {answer && (
          <div className="mt-1 flex flex-wrap items-center gap-x-2">
            <button
              type="button"
              aria-pressed={isShown}
              onClick={onLook}
              className="min-h-6 rounded-sm px-1 text-xs text-ink-faint underline-offset-2 hover:text-ink hover:underline aria-pressed:text-ink pointer-coarse:min-h-10"
            >
              {t(isShown ? "playground.lookedAt" : "playground.look")}
            </button>
            <SaveCase
              label={t("playground.save")}
              className="h-7 px-2 text-xs"
              seed={() =>
                newCase(turn.siteId, {
                  question: turn.text,
                  history: turn.history,
                  ...expectationOf({ ...answer.provenance, outcome: answer.outcome, agent: answer.agent ?? null }),
                })
              }
            />
          </div>
        )}
      </div>
      <div ref={end} />
    </div>
  );
}
