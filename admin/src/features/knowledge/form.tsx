import type { ReactNode } from "react";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";

interface FormProps {
  submit: string;
  isPending: boolean;
  error: Error | null;
  onSubmit: () => void;
  children: ReactNode;
}

/** A form of the dialog: its fields, why it was refused, and the button that sends it. */
export function Form({ submit, isPending, error, onSubmit, children }: FormProps) {
  const { t } = useI18n();
  const errorText = useErrorText();
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) onSubmit();
      }}
    >
      {children}
      {error && (
        <p role="alert" className="text-sm text-danger-ink">
          {t("knowledge.notAdded")} {errorText(toApiError(error))}
        </p>
      )}
      <div className="flex justify-end">
        <Button type="submit" look="primary" aria-disabled={isPending}>
          {isPending ? t("knowledge.adding") : submit}
        </Button>
      </div>
    </form>
  );
}
