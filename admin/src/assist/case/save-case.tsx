import { Button } from "@/ui/button";
import { useCaseForm } from "./case-forms";
import type { CaseSeed } from "./form";

interface SaveCaseProps {
  label: string;
  /** Of nothing: the button would lead nowhere. */
  seed: () => CaseSeed;
  className?: string;
}

/** A button that opens the form of a new case. */
export function SaveCase({ label, seed, className }: SaveCaseProps) {
  const open = useCaseForm();
  return (
    <Button {...(className === undefined ? {} : { look: "ghost", className })} onClick={() => open(seed())}>
      {label}
    </Button>
  );
}
