import { useId, useState } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { useAgentName } from "@/lib/i18n/use-agent-name";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { SearchIcon } from "@/ui/icons";
import type { AnswerPassage } from "@/wire/schema";
import { TrialState } from "../trial/trial-state";
import { useTrial } from "../trial/use-trial";
import { candidates, found, type Candidate } from "./form";

const SHOWN = 5;
const MOST = 4;

interface PassagePickerProps {
  siteId: string | null;
  passages: readonly AnswerPassage[];
  chosen: readonly Candidate[];
  onChosen: (chosen: readonly Candidate[]) => void;
}

/** Which passages answer: among those that came up, or searched for as the agents search. */
export function PassagePicker({ siteId, passages, chosen, onChosen }: PassagePickerProps) {
  const { t } = useI18n();
  const [words, setWords] = useState("");
  const trial = useTrial();
  const searched = found(trial.result?.found?.passages ?? []).slice(0, SHOWN);
  const offered = candidates(chosen, searched, found(passages).slice(0, SHOWN));

  function toggle(one: Candidate, isChosen: boolean): void {
    onChosen(isChosen ? [...chosen, one] : chosen.filter((each) => each.key !== one.key));
  }

  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium">{t("assist.correct.passages")}</legend>
      {siteId !== null && (
        <>
          <div className="flex items-end gap-2">
            <div className="min-w-0 grow">
              <Field
                label={t("assist.correct.search")}
                value={words}
                maxLength={1_000}
                onChange={(event) => setWords(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key !== "Enter") return;
                  event.preventDefault();
                  if (words.trim() !== "") trial.ask({ kind: "search", site_id: siteId, text: words });
                }}
              />
            </div>
            <Button
              className="h-10"
              disabled={words.trim() === "" || trial.isPending}
              onClick={() => trial.ask({ kind: "search", site_id: siteId, text: words })}
            >
              <SearchIcon />
              {t("assist.correct.find")}
            </Button>
          </div>
          <TrialState trial={trial} />
          {trial.result && searched.length === 0 && (
            <p role="status" className="mt-1 text-sm text-ink-soft">
              {t("assist.correct.nothingFound")}
            </p>
          )}
        </>
      )}
      <ul className="mt-2 divide-y divide-line rounded-md border border-line empty:hidden">
        {offered.map((one) => {
          const isChosen = chosen.some((each) => each.key === one.key);
          return (
            <Offered
              key={one.key}
              passage={one}
              isChosen={isChosen}
              disabled={!isChosen && chosen.length >= MOST}
              onToggle={(next) => toggle(one, next)}
            />
          );
        })}
      </ul>
    </fieldset>
  );
}

interface OfferedProps {
  passage: Candidate;
  isChosen: boolean;
  disabled: boolean;
  onToggle: (isChosen: boolean) => void;
}

function Offered({ passage, isChosen, disabled, onToggle }: OfferedProps) {
  const agentName = useAgentName();
  const id = useId();
  return (
    <li className="px-3 py-2 text-sm has-checked:bg-selected">
      <div className="flex items-start gap-2.5">
        <input
          id={id}
          type="checkbox"
          checked={isChosen}
          disabled={disabled}
          onChange={(event) => onToggle(event.target.checked)}
          aria-describedby={`${id}-text`}
          className="mt-1 size-4 shrink-0 accent-accent"
        />
        <div className="min-w-0 wrap-anywhere">
          <label htmlFor={id} className="cursor-pointer">
            <span className="font-medium">{passage.title}</span>
            <span className="text-ink-faint"> · {agentName(passage.agent)}</span>
          </label>
          <p id={`${id}-text`} className="mt-0.5 line-clamp-3 text-ink-soft">
            {passage.text}
          </p>
        </div>
      </div>
    </li>
  );
}
