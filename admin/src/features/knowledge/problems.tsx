import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import type { KnowledgeProblem } from "@/wire/schema";
import { useProblemText } from "./troubles";

const SHOWN = 3;

interface ProblemsProps {
  problems: readonly KnowledgeProblem[];
  /** Nothing came of it; otherwise only parts were left out. */
  failed: boolean;
  className?: string;
}

/** What went wrong, in sentences, each with where it did; many of them are unfolded when asked. */
export function Problems({ problems, failed, className }: ProblemsProps) {
  const { t } = useI18n();
  if (problems.length === 0) return null;
  const rest = problems.slice(SHOWN);
  return (
    <div className={cx("space-y-1 text-sm text-pretty", failed ? "text-danger-ink" : "text-waiting-ink", className)}>
      <List problems={problems.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details>
          <summary className="w-fit font-medium underline underline-offset-2">
            {t("knowledge.moreProblems", { count: rest.length })}
          </summary>
          <List problems={rest} className="mt-1" />
        </details>
      )}
    </div>
  );
}

function List({ problems, className }: { problems: readonly KnowledgeProblem[]; className?: string }) {
  const problemText = useProblemText();
  return (
    <ul className={cx("space-y-1", className)}>
      {problems.map((problem, place) => (
        <li key={place}>
          {problemText(problem)}
          {problem.detail !== "" && (
            <span className="block text-xs text-ink-faint wrap-anywhere">{problem.detail}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
