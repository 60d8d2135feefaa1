import { useState } from "react";
import { Field, type FieldProps } from "./field";
import { EyeIcon, EyeOffIcon } from "./icons";

interface PasswordFieldProps extends Omit<FieldProps, "type" | "trailing"> {
  showLabel: string;
  hideLabel: string;
}

/** A password, hidden until somebody wants to see what they type. */
export function PasswordField({ showLabel, hideLabel, ...field }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <Field
      {...field}
      type={shown ? "text" : "password"}
      autoCapitalize="none"
      spellCheck={false}
      trailing={
        <button
          type="button"
          aria-label={shown ? hideLabel : showLabel}
          onClick={() => setShown(!shown)}
          className="absolute inset-y-1 right-1 grid w-9 place-items-center rounded-sm text-ink-faint hover:bg-hover hover:text-ink"
        >
          {shown ? <EyeOffIcon /> : <EyeIcon />}
        </button>
      }
    />
  );
}
