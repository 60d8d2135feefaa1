import { useRef, useState, type SubmitEvent } from "react";
import { toApiError, type ApiError } from "@/lib/api-error";
import { useI18n, type TextKey } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import { AlertIcon } from "@/ui/icons";
import { Field } from "@/ui/field";
import { PasswordField } from "@/ui/password-field";
import type { TwoFactorChallenge } from "@/wire/schema";

type Errors = Partial<Record<"email" | "password", TextKey>>;

interface SignInFormProps {
  /** The password was right, and a second step follows. */
  onChallenge: (challenge: TwoFactorChallenge) => void;
}

/** Email and password; whoever may come in is told by the session itself. */
export function SignInForm({ onChallenge }: SignInFormProps) {
  const { session } = useServices();
  const { t } = useI18n();
  const errorText = useErrorText();
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<Errors>({});
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const data = new FormData(event.currentTarget);
    const email = textOf(data, "email").trim();
    const password = textOf(data, "password");
    const found = validate(email, password);
    setErrors(found);
    setRefusal(null);
    const wrong = Object.keys(found)[0];
    if (wrong !== undefined) {
      focusOn(wrong);
      return;
    }
    setBusy(true);
    try {
      const challenge = await session.signIn({ email, password });
      if (challenge) onChallenge(challenge);
    } catch (error) {
      setRefusal(toApiError(error));
      focusOn("password");
    } finally {
      setBusy(false);
    }
  }

  function focusOn(name: string): void {
    form.current?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.focus();
  }

  return (
    <form
      ref={form}
      noValidate
      data-testid="sign-in"
      onSubmit={(event) => void submit(event)}
      className="space-y-4"
    >
      <Field
        label={t("signIn.email")}
        name="email"
        type="email"
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        error={errors.email && t(errors.email)}
      />
      <PasswordField
        label={t("signIn.password")}
        name="password"
        autoComplete="current-password"
        showLabel={t("signIn.show")}
        hideLabel={t("signIn.hide")}
        error={errors.password && t(errors.password)}
      />
      <div role="alert">
        {refusal && (
          <p className="flex items-start gap-2 rounded-md bg-danger-tint px-3 py-2 text-sm text-danger-ink">
            <AlertIcon className="mt-0.5" />
            {errorText(refusal)}
          </p>
        )}
      </div>
      <Button type="submit" look="primary" className="h-10 w-full" aria-busy={busy}>
        {t(busy ? "signIn.submitting" : "signIn.submit")}
      </Button>
    </form>
  );
}

function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
}

function validate(email: string, password: string): Errors {
  return {
    ...(email === "" ? { email: "signIn.emailRequired" as const } : {}),
    ...(email !== "" && !/^[^@\s]+@[^@\s]+$/.test(email)
      ? { email: "signIn.emailInvalid" as const }
      : {}),
    ...(password === "" ? { password: "signIn.passwordRequired" as const } : {}),
  };
}
