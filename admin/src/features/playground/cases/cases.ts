import type { Case, CaseList, CaseRun, CasesRan } from "@/wire/schema";

export const FILTERS = ["all", "failed", "broken"] as const;
export type CaseFilter = (typeof FILTERS)[number];

/** The list after what the socket told: a run further on, and the case that was judged. */
export function withNews(known: CaseList, { run, case_id, result }: CasesRan): CaseList {
  const others = known.runs.filter((each) => each.id !== run.id);
  const isNewest = others.length === known.runs.length || known.runs[0]?.id === run.id;
  return {
    runs: isNewest ? [run, ...others] : known.runs.map((each) => (each.id === run.id ? run : each)),
    items: result == null ? known.items : known.items.map((each) => (each.id === case_id ? { ...each, result } : each)),
  };
}

/** Whether it does not pass, and did the time before. */
export function isBroken({ result }: Case): boolean {
  return result?.verdict === "failed" && result.before === "passed";
}

export function isShown(each: Case, filter: CaseFilter): boolean {
  if (filter === "all") return true;
  return filter === "broken" ? isBroken(each) : each.result != null && each.result.verdict !== "passed";
}

export function judgedIn(run: CaseRun): number {
  return run.passed + run.failed + run.unanswered;
}
