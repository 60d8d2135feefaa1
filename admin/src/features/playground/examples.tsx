import { useQuery } from "@tanstack/react-query";
import { useI18n } from "@/lib/i18n/i18n";
import { useServices } from "@/lib/services";
import type { TrialExamples } from "@/wire/schema";

const MOST = 6;

interface ExamplesProps {
  siteId: string;
  /** Whom is asked; empty: all. */
  agent: string;
  onAsk: (text: string) => void;
}

/** What to begin with: of each agent in turn, so that all of them have one. */
export function Examples({ siteId, agent, onAsk }: ExamplesProps) {
  const { t, locale } = useI18n();
  const { api } = useServices();
  const { data } = useQuery({
    queryKey: ["trial-examples", siteId, locale],
    queryFn: ({ signal }) => api<TrialExamples>("/trials/examples", { query: { site_id: siteId }, signal }),
    staleTime: 60_000,
  });
  const chosen = inTurn((data?.items ?? []).filter((each) => agent === "" || each.agent === agent));
  if (chosen.length === 0) return null;
  return (
    <ul aria-label={t("playground.examples")} className="flex max-w-xl flex-wrap justify-center gap-2">
      {chosen.slice(0, MOST).map((question) => (
        <li key={question}>
          <button
            type="button"
            onClick={() => onAsk(question)}
            className="rounded-md border border-line bg-surface px-3 py-1.5 text-left text-sm hover:bg-hover pointer-coarse:min-h-10"
          >
            {question}
          </button>
        </li>
      ))}
    </ul>
  );
}

function inTurn(items: TrialExamples["items"]): string[] {
  const longest = Math.max(0, ...items.map((each) => each.questions.length));
  const rounds = Array.from({ length: longest }, (_, round) => items.map((each) => each.questions[round]));
  return [...new Set(rounds.flat().filter((each) => each !== undefined))];
}
