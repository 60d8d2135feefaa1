import { useState } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { EyeIcon, EyeOffIcon } from "@/ui/icons";
import { Field } from "@/ui/field";

export function PasswordField({ error }: { error: string | undefined }) {
  const { t } = useI18n();
  const [shown, setShown] = useState(false);
  return (
    <Field
      label={t("signIn.password")}
      name="password"
      type={shown ? "text" : "password"}
      autoComplete="current-password"
      error={error}
      trailing={
        <button
          type="button"
          aria-label={t(shown ? "signIn.hide" : "signIn.show")}
          onClick={() => setShown(!shown)}
          className="absolute inset-y-1 right-1 grid w-9 place-items-center rounded-sm text-ink-faint hover:bg-hover hover:text-ink"
        >
          {shown ? <EyeOffIcon /> : <EyeIcon />}
        </button>
      }
    />
  );
}
