import type { TrialInfo, TrialSaid } from "@/wire/schema";

/** A question on the bench, with what was said before it. */
export interface Turn {
  readonly key: number;
  readonly text: string;
  readonly siteId: string;
  readonly agent: string;
  readonly history: readonly TrialSaid[];
}

/** Messages of the history that the platform takes. */
const MOST = 20;

/** What was said so far, as a visitor's conversation would have it; what failed was never said. */
export function historyOf(turns: readonly Turn[], results: ReadonlyMap<number, TrialInfo>): TrialSaid[] {
  const said = turns.flatMap((turn): TrialSaid[] => {
    const answer = results.get(turn.key)?.answer;
    if (!answer) return [];
    return [
      { sender: "visitor", text: turn.text },
      { sender: "agent", text: answer.text.slice(0, 4_000), agent: answer.agent ?? null },
    ];
  });
  return said.slice(-MOST);
}
