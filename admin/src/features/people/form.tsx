import type { ReactNode } from "react";
import { toApiError } from "@/lib/api-error";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { cx } from "@/lib/cx";
import { Button } from "@/ui/button";
import { AlertIcon } from "@/ui/icons";

interface FormProps {
  submit: string;
  submitting?: string;
  pending: boolean;
  error: Error | null;
  onSubmit: () => void;
  /** The button fills the width, as on a page that is nothing but this form. */
  wide?: boolean;
  /** What stands beside the button. */
  beside?: ReactNode;
  testId?: string;
  children: ReactNode;
}

/** Fields, why they were refused, and the button that sends them. */
export function Form({ submit, submitting, pending, error, onSubmit, wide, beside, testId, children }: FormProps) {
  return (
    <form
      noValidate
      data-testid={testId}
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) onSubmit();
      }}
    >
      {children}
      <Refusal error={error} />
      <div className={cx("flex flex-wrap gap-2", wide ? "flex-col" : "justify-end")}>
        {beside}
        <Button type="submit" look="primary" aria-disabled={pending} className={cx(wide && "h-10 w-full")}>
          {pending && submitting !== undefined ? submitting : submit}
        </Button>
      </div>
    </form>
  );
}

/** Announced when it comes, so its place is there before. */
export function Refusal({ error }: { error: Error | null }) {
  const errorText = useErrorText();
  return (
    <div role="alert">
      {error && (
        <p className="flex items-start gap-2 rounded-md bg-danger-tint px-3 py-2 text-sm text-danger-ink">
          <AlertIcon className="mt-0.5" />
          {errorText(toApiError(error))}
        </p>
      )}
    </div>
  );
}
