import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import { ChevronIcon, DownIcon, TrashIcon } from "@/ui/icons";
import { Field } from "@/ui/field";
import { TextArea } from "@/ui/text-area";
import { isIncomplete, type EditedPair } from "./answers";

interface AnswerRowProps {
  fieldId: string;
  pair: EditedPair;
  called: string;
  isOpen: boolean;
  isTried: boolean;
  isFirst: boolean;
  isLast: boolean;
  onToggle: (isOpen: boolean) => void;
  onChange: (part: Partial<EditedPair>) => void;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
}

/** A question, folded to a line until it is opened. */
export function AnswerRow(props: AnswerRowProps) {
  const { fieldId, pair, called, isOpen, isTried, isFirst, isLast, onToggle, onChange, onMove, onRemove } = props;
  const { t } = useI18n();
  const required = (text: string) => (isTried && text.trim() === "" ? t("documents.answers.required") : undefined);
  return (
    <li data-testid="pair" className="border-b border-line last:border-0">
      <div className="flex items-center gap-1 py-1 pr-2">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={`${fieldId}-body`}
          onClick={() => onToggle(!isOpen)}
          className="flex min-w-0 grow items-center gap-2 rounded-md px-3 py-1.5 text-left text-sm hover:bg-hover pointer-coarse:py-2.5"
        >
          <ChevronIcon className={isOpen ? "rotate-90 text-ink-faint" : "text-ink-faint"} />
          <span className="min-w-0">
            <span className={`block truncate font-medium ${isTried && isIncomplete(pair) ? "text-danger-ink" : ""}`}>
              {called}
            </span>
            {!isOpen && <span className="block truncate text-xs text-ink-faint">{pair.answer}</span>}
          </span>
        </button>
        <Button
          look="ghost"
          square
          aria-disabled={isFirst}
          aria-label={t("documents.answers.up", { question: called })}
          className={isFirst ? "opacity-30" : ""}
          onClick={() => {
            if (!isFirst) onMove(-1);
          }}
        >
          <DownIcon className="rotate-180" />
        </Button>
        <Button
          look="ghost"
          square
          aria-disabled={isLast}
          aria-label={t("documents.answers.down", { question: called })}
          className={isLast ? "opacity-30" : ""}
          onClick={() => {
            if (!isLast) onMove(1);
          }}
        >
          <DownIcon />
        </Button>
        <Button look="ghost" square aria-label={t("documents.answers.remove", { question: called })} onClick={onRemove}>
          <TrashIcon />
        </Button>
      </div>
      <div id={`${fieldId}-body`} hidden={!isOpen} className="space-y-3 px-3 pt-1 pb-4">
        {isOpen && (
          <>
            <Field
              id={fieldId}
              label={t("documents.answers.question")}
              value={pair.question}
              maxLength={300}
              error={required(pair.question)}
              onChange={(event) => onChange({ question: event.target.value })}
            />
            <TextArea
              label={t("documents.answers.phrasings")}
              hint={t("documents.answers.phrasingsHint")}
              rows={2}
              maxLength={4_000}
              value={pair.phrasings}
              onChange={(event) => onChange({ phrasings: event.target.value })}
            />
            <TextArea
              label={t("documents.answers.answer")}
              rows={5}
              maxLength={20_000}
              value={pair.answer}
              error={required(pair.answer)}
              onChange={(event) => onChange({ answer: event.target.value })}
            />
          </>
        )}
      </div>
    </li>
  );
}
