import { useI18n } from "@/lib/i18n/i18n";
import { PasswordField } from "@/ui/password-field";

/** As short as the platform takes; what else it refuses, it says itself. */
export const SHORTEST = 12;

interface NewPasswordFieldProps {
  value: string;
  onChange: (value: string) => void;
  tried: boolean;
  /** The password of an account that is there already. */
  present?: boolean;
}

export function NewPasswordField({ value, onChange, tried, present = false }: NewPasswordFieldProps) {
  const { t } = useI18n();
  const wrong = present ? value === "" : value.length < SHORTEST;
  return (
    <PasswordField
      label={t(present ? "entry.password.own" : "entry.password.label")}
      hint={present ? undefined : t("entry.password.hint")}
      name="password"
      autoComplete={present ? "current-password" : "new-password"}
      showLabel={t("signIn.show")}
      hideLabel={t("signIn.hide")}
      value={value}
      maxLength={128}
      onChange={(event) => onChange(event.target.value)}
      error={tried && wrong ? t(present ? "signIn.passwordRequired" : "refusals.password_length") : undefined}
    />
  );
}
