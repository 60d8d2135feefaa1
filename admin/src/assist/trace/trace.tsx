import type { AnswerProvenance } from "@/wire/schema";
import { Decision } from "./decision";
import { Logs } from "./logs";
import { Passages } from "./passages";
import { Question } from "./question";
import { Route } from "./route";
import { Times } from "./times";
import { Grounds, Versions, Writer } from "./writer";

/** From the question to the answer, in the order in which it was made; what is not known is left out. */
export function Trace({ provenance }: { provenance: AnswerProvenance }) {
  return (
    <>
      <Question provenance={provenance} />
      <Route provenance={provenance} />
      <Decision provenance={provenance} />
      <Passages passages={provenance.passages} />
      <Grounds provenance={provenance} />
      <Writer provenance={provenance} />
      <Versions provenance={provenance} />
      <Times stages={provenance.stage_ms ?? {}} />
      <Logs provenance={provenance} />
    </>
  );
}
