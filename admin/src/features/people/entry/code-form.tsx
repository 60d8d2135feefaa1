import { useState } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { Field } from "@/ui/field";
import { Form } from "../form";

interface CodeFormProps {
  label: string;
  submit: string;
  pending: boolean;
  error: Error | null;
  onCode: (code: string) => void;
  /** A recovery code has letters. */
  recovery?: boolean;
  wide?: boolean;
}

/** A code; that of an app is sent by itself once its sixth digit is there. */
export function CodeForm({ label, submit, pending, error, onCode, recovery = false, wide = true }: CodeFormProps) {
  const { t } = useI18n();
  const [code, setCode] = useState("");
  const [tried, setTried] = useState(false);
  const short = code.trim().length < 6;

  function send(value: string): void {
    setTried(true);
    if (value.trim().length >= 6) onCode(value.trim());
  }

  function type(value: string): void {
    setCode(value);
    if (!recovery && /^\d{6}$/.test(value.replaceAll(" ", "")) && !pending) send(value);
  }

  return (
    <Form
      submit={submit}
      submitting={t("entry.code.checking")}
      pending={pending}
      error={error}
      onSubmit={() => send(code)}
      wide={wide}
    >
      <Field
        label={label}
        name="code"
        value={code}
        onChange={(event) => type(event.target.value)}
        inputMode={recovery ? "text" : "numeric"}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        // The field is what this step is about, and nothing stands before it.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className="tracking-wider tabular-nums"
        error={tried && short ? t("entry.code.required") : undefined}
      />
    </Form>
  );
}
