/** What is being written in the dialog. */
export interface Draft {
  readonly title: string;
  readonly text: string;
  readonly question: string;
  readonly phrasings: string;
  readonly answer: string;
  readonly url: string;
  readonly limit: string;
}

export const EMPTY_DRAFT: Draft = {
  title: "",
  text: "",
  question: "",
  phrasings: "",
  answer: "",
  url: "",
  limit: "100",
};

/** What every form of the dialog is given. */
export interface FormProps {
  siteKey: string;
  agent: string;
  /** Names of the agent's documents: one of the same name is replaced. */
  names: ReadonlySet<string>;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  onDone: () => void;
}
